import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/**
 * For the step that needs a forge: hands on what it is told, and answers as the
 * real one does.
 */
export function createForgeStandIn(tell: (input: object) => void) {
  return createTemplateAction({
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
      tell(input);
      output('remoteUrl', 'https://github.com/meridian/standing-orders.git');
      output(
        'repoContentsUrl',
        'https://github.com/meridian/standing-orders/blob/main',
      );
    },
  });
}
