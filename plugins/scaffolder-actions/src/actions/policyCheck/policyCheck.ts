import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createPortalClient } from '../../createPortalClient';
import { portalError } from '../../portalError';
import { checkPolicy } from './checkPolicy';
import { examples } from './examples';

/** Checks documents of the workspace against the rules in force. */
export function createPolicyCheckAction(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  return createTemplateAction({
    id: 'paved-road:policy:check',
    description:
      'Checks infrastructure as code in the workspace against the rules in force, and stops the task where a rule blocks',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        documents: z =>
          z.union([z.string(), z.array(z.string()).min(1)], {
            description:
              'Glob patterns relative to the workspace, between commas or as a list, such as infra/*.yaml',
          }),
        environment: z =>
          z
            .string({
              description:
                'Whose enforcement counts; the default environment of the portal where absent',
            })
            .optional(),
        packs: z =>
          z
            .array(z.string(), {
              description:
                'Ids of the packs to check against; all where absent',
            })
            .optional(),
        onFailure: z =>
          z
            .enum(['fail', 'warn'], {
              description:
                'What to do where a rule blocks or can’t be told: fail the task, which it does where absent, or warn in the log',
            })
            .optional(),
      },
      output: {
        verdict: z =>
          z.enum(['pass', 'fail', 'unknown'], {
            description: 'What the rules say of all documents together',
          }),
        bundleDigest: z =>
          z.string({ description: 'Digest of the bundle checked against' }),
        counts: z =>
          z.object(
            {
              pass: z.number(),
              fail: z.number(),
              blocking: z.number(),
              advising: z.number(),
              unknown: z.number(),
              skip: z.number(),
            },
            {
              description:
                'How many results say what, one for each document and rule',
            },
          ),
        blocking: z =>
          z.array(z.string(), {
            description:
              'The rules that block, most severe first: their titles with their ids',
          }),
        documents: z =>
          z.array(
            z.object({
              path: z.string(),
              digest: z.string(),
              verdict: z.enum(['pass', 'fail', 'unknown']),
            }),
            { description: 'The documents that were checked' },
          ),
      },
    },
    async handler(ctx) {
      const client = createPortalClient(services, ctx);
      try {
        await checkPolicy(client, ctx);
      } catch (error) {
        throw portalError(error);
      }
    },
  });
}
