import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

export const MIA = 'user:default/mia.kowalski';
export const TEMPLATE = 'template:default/fargate-service';

/** Runs an action once, as Mia; answers what it has put out, said and thrown. */
export async function runAction<TInput extends JsonObject>(
  action: TemplateAction<TInput, any, any>,
  options: {
    workspacePath: string;
    input: TInput;
    isDryRun?: boolean;
    templateRef?: string;
    /** What the scaffolder keeps of a task, so that a retry finds it. */
    kept?: Map<string, unknown>;
  },
) {
  const { kept = new Map() } = options;
  const output: Record<string, unknown> = {};
  const log: string[] = [];
  const logger = mockServices.logger.mock();
  for (const level of ['info', 'warn', 'error'] as const) {
    logger[level].mockImplementation(message => {
      log.push(`${level}: ${message}`);
    });
  }
  const error = await action
    .handler({
      ...createMockActionContext<TInput>({
        input: options.input,
        workspacePath: options.workspacePath,
        logger,
        templateInfo: options.templateRef
          ? { entityRef: options.templateRef }
          : undefined,
      }),
      isDryRun: options.isDryRun,
      getInitiatorCredentials: async () => mockCredentials.user(MIA),
      checkpoint: async ({ key, fn }) => {
        if (!kept.has(key)) {
          kept.set(key, await fn());
        }
        return kept.get(key) as Awaited<ReturnType<typeof fn>>;
      },
      output: (key: string, value: unknown) => {
        output[key] = value;
      },
    })
    .then(
      () => undefined,
      (thrown: Error) => thrown,
    );
  return { output, log, error };
}
