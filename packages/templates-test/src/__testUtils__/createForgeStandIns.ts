import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** What the steps that need a forge were told, by their action. */
export type Told = Record<string, object>;

const REPOSITORY = 'https://github.com/meridian/standing-orders';

/**
 * For the steps that need a forge: they hand on what they are told, and answer as
 * the real ones do.
 */
export function createForgeStandIns(tell: (told: Told) => void) {
  return [
    createTemplateAction({
      id: 'publish:github',
      supportsDryRun: true,
      schema: {
        input: z => z.object({ repoUrl: z.string() }).passthrough(),
        output: {
          remoteUrl: z => z.string(),
          repoContentsUrl: z => z.string(),
        },
      },
      async handler({ input, output }) {
        tell({ 'publish:github': input });
        output('remoteUrl', `${REPOSITORY}.git`);
        output('repoContentsUrl', `${REPOSITORY}/blob/main`);
      },
    }),
    createTemplateAction({
      id: 'paved-road:pipeline:connect',
      supportsDryRun: true,
      schema: {
        input: z => z.object({ repoUrl: z.string() }).passthrough(),
        output: { link: z => z.string() },
      },
      async handler({ input, output }) {
        tell({ 'paved-road:pipeline:connect': input });
        output('link', `${REPOSITORY}/settings/branches`);
      },
    }),
    createTemplateAction({
      id: 'paved-road:pipeline:write',
      supportsDryRun: true,
      schema: { input: z => z.object({}).passthrough() },
      async handler({ input }) {
        tell({ 'paved-road:pipeline:write': input });
      },
    }),
  ];
}
