import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createProvisionProductAction } from '../actions/provisionProduct';
import { FakePortal } from './FakePortal';

type Action = ReturnType<typeof createProvisionProductAction>;
type Context = Parameters<Action['handler']>[0];
type Input = Context['input'];

const MIA = 'user:default/mia.kowalski';

export const bucket: Input = {
  account: 'payments-development',
  product: 'prod-bucket',
  name: 'documents',
  entityRef: 'component:default/payments-api',
};

/** What the scaffolder keeps of a task, so that a retry finds it. */
type Kept = Map<string, unknown>;

/**
 * A portal for each test, and the action as the scaffolder runs it; to be called
 * where tests are declared.
 */
export function useTask() {
  let portal: FakePortal;
  beforeEach(async () => {
    portal = new FakePortal();
    await portal.start();
  });
  afterEach(() => portal.stop());

  /** Runs the action once; answers what it has put out, said and thrown. */
  async function run(
    options: {
      input?: Partial<Input>;
      kept?: Kept;
      isDryRun?: boolean;
      /** Where it is cancelled as soon as this is in the log. */
      cancelAt?: string;
      entityPatienceMs?: number;
    } = {},
  ) {
    const { kept = new Map(), isDryRun, entityPatienceMs = 0 } = options;
    const output: Record<string, unknown> = {};
    const log: string[] = [];
    const cancelling = new AbortController();
    const logger = mockServices.logger.mock();
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      logger[level].mockImplementation((message, meta) => {
        const line = `${message}${meta ? JSON.stringify(meta) : ''}`;
        log.push(line);
        if (options.cancelAt && line.includes(options.cancelAt)) {
          cancelling.abort();
        }
      });
    }
    let tokens = 0;
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async ({ onBehalfOf, targetPluginId }) => {
        const { userEntityRef } = onBehalfOf.principal as unknown as {
          userEntityRef: string;
        };
        return { token: `${userEntityRef} ${targetPluginId} ${++tokens}` };
      },
    });
    const action = createProvisionProductAction({
      auth,
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => portal.url,
      }),
      pollIntervalMs: 1,
      entityPatienceMs,
    });
    const ctx: Context = {
      ...createMockActionContext<Input>({
        input: { ...bucket, ...options.input },
        workspacePath: '/nowhere',
        logger,
      }),
      isDryRun,
      signal: cancelling.signal,
      getInitiatorCredentials: async () => mockCredentials.user(MIA),
      output: (key, value) => {
        output[key] = value;
      },
      checkpoint: async ({ key, fn }) => {
        if (!kept.has(key)) {
          kept.set(key, await fn());
        }
        return kept.get(key) as Awaited<ReturnType<typeof fn>>;
      },
    };
    const error = await action.handler(ctx).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    return { output, log, error, kept };
  }

  return { run, portal: () => portal };
}
