import { DiscoveryApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { Persona, personasSchema, Session, sessionSchema } from './schemas';

/**
 * Calls the auth provider `sandbox`. With the browser's own fetch: the portal's
 * waits until somebody has signed in.
 */
export class SandboxAuthClient {
  readonly #discoveryApi: DiscoveryApi;

  constructor(options: { discoveryApi: DiscoveryApi }) {
    this.#discoveryApi = options.discoveryApi;
  }

  /** Whom one can be. @throws ResponseError */
  async listPersonas(): Promise<Persona[]> {
    const { personas } = await this.#call('personas', personasSchema);
    return personas;
  }

  /** Signs in, or stays signed in with a new token. @throws ResponseError */
  async signIn(entityRef: string): Promise<Session> {
    return this.#call('refresh', sessionSchema, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Requested-With': 'XMLHttpRequest',
      },
      body: JSON.stringify({ entityRef }),
    });
  }

  async #call<TSchema extends z.ZodType>(
    path: string,
    schema: TSchema,
    init?: RequestInit,
  ): Promise<z.output<TSchema>> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}/sandbox/${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return schema.parse(await response.json());
  }
}
