import { IdentityApi } from '@backstage/core-plugin-api';
import { SandboxAuthClient } from './SandboxAuthClient';
import { Session } from './schemas';
import { tokenLifetime } from './tokenLifetime';

/** How long before its end a token is renewed. */
const MARGIN = 5 * 60_000;

/**
 * Who is signed in. Renews the token before it ends, for as long as the page is
 * open; where that fails, the old one is used to its end and each call tries anew.
 */
export class SandboxIdentity implements IdentityApi {
  readonly #client: SandboxAuthClient;
  readonly #onSignOut: () => void;
  #session: Session;
  #endsAt: number;
  #renewal: Promise<Session> | undefined;

  constructor(options: {
    client: SandboxAuthClient;
    session: Session;
    onSignOut: () => void;
  }) {
    this.#client = options.client;
    this.#session = options.session;
    this.#onSignOut = options.onSignOut;
    this.#endsAt = endOf(options.session);
  }

  async getProfileInfo() {
    return this.#session.profile;
  }

  async getBackstageIdentity() {
    return this.#session.backstageIdentity.identity;
  }

  async getCredentials() {
    const { backstageIdentity } = await this.#validSession();
    return { token: backstageIdentity.token };
  }

  async signOut() {
    this.#onSignOut();
  }

  async #validSession(): Promise<Session> {
    if (Date.now() < this.#endsAt - MARGIN) {
      return this.#session;
    }
    try {
      return await this.#renew();
    } catch (error) {
      if (Date.now() < this.#endsAt) {
        return this.#session;
      }
      throw error;
    }
  }

  /** One request, however many callers ask at once. */
  #renew(): Promise<Session> {
    this.#renewal ??= this.#client
      .signIn(this.#session.backstageIdentity.identity.userEntityRef)
      .then(session => {
        this.#session = session;
        this.#endsAt = endOf(session);
        return session;
      })
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }
}

function endOf({ backstageIdentity }: Session): number {
  return Date.now() + tokenLifetime(backstageIdentity.token);
}
