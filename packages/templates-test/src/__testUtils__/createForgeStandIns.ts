import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

/** What the steps that need a forge were told, by their action. */
export type Told = Record<string, object>;

const REPOSITORY = 'https://github.com/meridian/standing-orders';
const PREFIX = 'stand-in:';

/** What each of them answers. */
const answers: Record<string, Record<string, string>> = {
  'publish:github': {
    remoteUrl: `${REPOSITORY}.git`,
    repoContentsUrl: `${REPOSITORY}/blob/main`,
  },
  'publish:github:pull-request': { remoteUrl: `${REPOSITORY}/pull/1` },
  'paved-road:pipeline:connect': { link: `${REPOSITORY}/settings/branches` },
};

/**
 * For the steps that need a forge: they hand on what they are told, and answer as
 * the real ones do.
 */
export function createForgeStandIns(tell: (told: Told) => void) {
  return Object.entries(answers).map(([action, answer]) =>
    createTemplateAction({
      id: `${PREFIX}${action}`,
      supportsDryRun: true,
      schema: { input: z => z.object({}).passthrough() },
      async handler({ input, output }) {
        tell({ [action]: input });
        Object.entries(answer).forEach(([name, value]) =>
          output(name as never, value as never),
        );
      },
    }),
  );
}

/** The template, with stand-ins for what needs a forge. */
export function withStandIns(
  template: TemplateEntityV1beta3,
): TemplateEntityV1beta3 {
  const steps = template.spec.steps.map(step => ({
    ...step,
    action: step.action in answers ? PREFIX + step.action : step.action,
  }));
  return { ...template, spec: { ...template.spec, steps } };
}
