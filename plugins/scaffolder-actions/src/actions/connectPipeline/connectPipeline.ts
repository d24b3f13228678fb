import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createPortalClient } from '../../createPortalClient';
import { portalError } from '../../portalError';
import { connect } from './connect';
import { examples } from './examples';
import { ForgeAccess } from './forge/createOctokit';

/** Makes the platform's pipeline a repository's only way to production. */
export function createConnectPipelineAction(services: {
  auth: AuthService;
  discovery: DiscoveryService;
  catalog: CatalogService;
  access: ForgeAccess;
  /** How often the portal is asked how far a launch is. */
  pollIntervalMs?: number;
  /** How long an entity may take to be in the catalog. */
  entityPatienceMs?: number;
}) {
  const { access, catalog } = services;
  const { pollIntervalMs = 5_000, entityPatienceMs = 60_000 } = services;
  return createTemplateAction({
    id: 'paved-road:pipeline:connect',
    description:
      'Protects the branch of a repository that has the platform’s files, provisions its pipeline where that is a product, and says what holds',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z.string({
            description: 'The repository, as RepoUrlPicker gives it',
          }),
        provider: z =>
          z
            .enum(['github-actions', 'service-catalog'], {
              description:
                'Who runs the pipeline; the first one that the portal offers where absent',
            })
            .optional(),
        service: z =>
          z.string({
            description:
              'Whose pipeline it is, such as component:default/payments-api; may have been registered by a step before',
          }),
        documents: z =>
          z.union([z.string(), z.array(z.string()).min(1)], {
            description:
              'Glob patterns of what is scanned and deployed, relative to the repository, as they were written',
          }),
        owner: z =>
          z
            .string({
              description:
                'The team, for a pipeline that is a product; the service’s owner where absent',
            })
            .optional(),
        branch: z =>
          z
            .string({
              description:
                'The default branch, which goes to production; main where absent',
            })
            .optional(),
        token: z =>
          z
            .string({
              description:
                'A secret: the token to use, which needs the right administration: write; the portal’s own where absent',
            })
            .optional(),
      },
      output: {
        provider: z =>
          z.enum(['github-actions', 'service-catalog'], {
            description: 'Who runs the pipeline',
          }),
        set: z =>
          z.array(z.string(), {
            description:
              'What holds now, in plain sentences; empty in a dry run',
          }),
        link: z =>
          z.string({
            description:
              'The settings of the repository’s branches, or the page of the pipeline in the portal',
          }),
        requiredCheck: z =>
          z.string({ description: 'The check that a merge waits for' }),
      },
    },
    async handler(ctx) {
      const client = createPortalClient(services, ctx);
      const pace = { pollIntervalMs, entityPatienceMs };
      try {
        await connect(client, ctx, { access, catalog, pace });
      } catch (error) {
        throw portalError(error);
      }
    },
  });
}
