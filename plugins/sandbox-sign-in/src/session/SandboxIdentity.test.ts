import { setupAuthBackend, mia, tokenFor } from '../__testUtils__/backend';
import { SandboxAuthClient } from './SandboxAuthClient';
import { SandboxIdentity } from './SandboxIdentity';

const MINUTE = 60_000;

describe('SandboxIdentity', () => {
  const backend = setupAuthBackend();
  const client = new SandboxAuthClient({
    discoveryApi: {
      getBaseUrl: async plugin => `http://localhost:7007/api/${plugin}`,
    },
  });
  let now: number;

  beforeEach(() => {
    now = 1_800_000_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  async function signIn(tokens: string[]) {
    const requests = backend.refresh(tokens);
    const identity = new SandboxIdentity({
      client,
      session: await client.signIn(mia.entityRef),
      onSignOut: jest.fn(),
    });
    return { identity, requests };
  }

  it('says who is signed in', async () => {
    const { identity } = await signIn([tokenFor(3_600)]);
    expect(await identity.getBackstageIdentity()).toEqual({
      type: 'user',
      userEntityRef: mia.entityRef,
      ownershipEntityRefs: [mia.entityRef],
    });
    expect(await identity.getProfileInfo()).toEqual({
      displayName: mia.entityRef,
    });
  });

  it('stays signed in beyond the life of a token, with one request for many callers', async () => {
    const tokens = [tokenFor(3_600, '1'), tokenFor(3_600, '2')];
    const { identity, requests } = await signIn(tokens);
    now += 54 * MINUTE;
    expect((await identity.getCredentials()).token).toBe(tokens[0]);
    expect(requests).toHaveLength(1);

    now += 2 * MINUTE;
    const calls = await Promise.all(
      [1, 2, 3].map(() => identity.getCredentials()),
    );
    expect(calls.map(({ token }) => token)).toEqual(Array(3).fill(tokens[1]));
    expect(requests).toEqual(
      Array(2).fill({ header: 'XMLHttpRequest', entityRef: mia.entityRef }),
    );

    now += 30 * MINUTE;
    expect((await identity.getCredentials()).token).toBe(tokens[1]);
  });

  it('uses a token to its end while the backend does not renew it, and no longer', async () => {
    const token = tokenFor(3_600);
    const { identity } = await signIn([token]);
    now += 58 * MINUTE;
    expect((await identity.getCredentials()).token).toBe(token);
    now += 3 * MINUTE;
    await expect(identity.getCredentials()).rejects.toThrow(/503/);

    const later = tokenFor(3_600, 'later');
    backend.refresh([later]);
    expect((await identity.getCredentials()).token).toBe(later);
  });

  it('asks for a new token each time where a token does not say how long it lives', async () => {
    const tokens = ['not a token', 'another'];
    const { identity } = await signIn(tokens);
    expect((await identity.getCredentials()).token).toBe('another');
  });
});
