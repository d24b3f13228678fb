import { mockServices } from '@backstage/backend-test-utils';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { SignalCheckAnnouncer } from './CheckAnnouncer';
import { CheckStore } from '../store/CheckStore';
import { Requester } from '../../readRequester';

const entityRef = 'component:default/payments';

function announcer(options: {
  owner?: string;
  requester?: Requester;
  publish: (signal: SignalPayload) => Promise<void>;
}) {
  const { owner, requester, publish } = options;
  const checkStore: Pick<CheckStore, 'findCheck'> = {
    findCheck: async () => ({
      id: 'check-1',
      entityRef,
      trigger: 'request',
      requester,
      requestedAt: '2026-11-24T08:00:00.000Z',
      state: 'queued',
    }),
  };
  return new SignalCheckAnnouncer({
    auth: mockServices.auth(),
    signals: { publish: publish as any },
    serviceCatalog: {
      listServices: async () => [],
      findService: async () => ({ entityRef, owner, documents: 'infra/*' }),
    },
    checkStore: checkStore as CheckStore,
    logger: mockServices.logger.mock(),
  });
}

describe('SignalCheckAnnouncer', () => {
  it('tells the owner and who asked, and nobody else', async () => {
    const sent: SignalPayload[] = [];
    await announcer({
      owner: 'group:default/payments',
      requester: { type: 'user', name: 'user:default/anna' },
      publish: async signal => {
        sent.push(signal);
      },
    }).announce({ checkId: 'check-1', entityRef }, 'running');
    expect(sent).toEqual([
      {
        channel: 'paved-road:checks',
        recipients: {
          type: 'user',
          entityRef: ['group:default/payments', 'user:default/anna'],
        },
        message: { checkId: 'check-1', entityRef, state: 'running' },
      },
    ]);
  });

  it('tells nobody where it knows nobody', async () => {
    const sent: SignalPayload[] = [];
    await announcer({
      requester: { type: 'service', name: 'external:pipeline' },
      publish: async signal => {
        sent.push(signal);
      },
    }).announce({ checkId: 'check-1', entityRef }, 'finished');
    expect(sent).toEqual([]);
  });

  it('does not fail with the signals', async () => {
    const failing = announcer({
      owner: 'group:default/payments',
      publish: async () => {
        throw new Error('No bus');
      },
    });
    await expect(
      failing.announce({ checkId: 'check-1', entityRef }, 'running'),
    ).resolves.toBeUndefined();
  });
});
