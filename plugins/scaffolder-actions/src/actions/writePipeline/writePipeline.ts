import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createPortalClient } from '../../createPortalClient';
import { portalError } from '../../portalError';
import { examples } from './examples';
import { write } from './write';

/** Writes into the workspace what wires a repository to the platform's pipeline. */
export function createWritePipelineAction(services: {
  auth: AuthService;
  discovery: DiscoveryService;
  integrations: ScmIntegrationRegistry;
}) {
  return createTemplateAction({
    id: 'paved-road:pipeline:write',
    description:
      'Writes the platform’s files and annotations into the workspace, so that its first commit is wired to the platform’s pipeline',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z.string({
            description:
              'The repository that it will be, as RepoUrlPicker gives it',
          }),
        provider: z =>
          z
            .enum(['github-actions', 'service-catalog'], {
              description:
                'Who runs the pipeline; the first one that the portal offers where absent',
            })
            .optional(),
        service: z =>
          z
            .string({
              description:
                'Whose pipeline it is, such as component:default/payments-api; the one Component of the file where absent',
            })
            .optional(),
        documents: z =>
          z
            .union([z.string(), z.array(z.string()).min(1)], {
              description:
                'Glob patterns of what is scanned and deployed, relative to the repository; those of the annotation paved-road.io/documents where absent',
            })
            .optional(),
        branch: z =>
          z
            .string({
              description:
                'The branch that goes to production; main where absent',
            })
            .optional(),
        catalogInfoPath: z =>
          z
            .string({
              description:
                'The file that describes the service, relative to the workspace; catalog-info.yaml where absent',
            })
            .optional(),
      },
      output: {
        provider: z =>
          z.enum(['github-actions', 'service-catalog'], {
            description: 'Who runs the pipeline',
          }),
        service: z => z.string({ description: 'Entity ref of the service' }),
        documents: z =>
          z.string({
            description: 'What is scanned and deployed, between commas',
          }),
        files: z =>
          z.array(z.string(), {
            description: 'The files that say what the platform wants',
          }),
        requiredCheck: z =>
          z.string({
            description: 'The check that a merge waits for, once connected',
          }),
      },
    },
    async handler(ctx) {
      const client = createPortalClient(services, ctx);
      try {
        await write(client, ctx, services.integrations);
      } catch (error) {
        throw portalError(error);
      }
    },
  });
}
