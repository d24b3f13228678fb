import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createPortalClient } from '../../createPortalClient';
import { portalError } from '../../portalError';
import { examples } from './examples';
import { provision } from './provision';

/** Launches a product of AWS Service Catalog through the portal. */
export function createProvisionProductAction(services: {
  auth: AuthService;
  discovery: DiscoveryService;
  /** How often the portal is asked how far a launch is. */
  pollIntervalMs?: number;
  /** How long an entity may take to be in the catalog. */
  entityPatienceMs?: number;
}) {
  const { pollIntervalMs = 5_000, entityPatienceMs = 60_000 } = services;
  return createTemplateAction({
    id: 'paved-road:product:provision',
    description:
      'Checks a product of AWS Service Catalog against the rules, launches it for an entity, and waits until it is there',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        account: z =>
          z.string({
            description:
              'Where to launch: an id of pavedRoad.products.accounts',
          }),
        product: z => z.string({ description: 'Id of the product, prod-…' }),
        version: z =>
          z
            .string({
              description:
                'Id of the version, pa-…; the one to take first where absent',
            })
            .optional(),
        path: z =>
          z
            .string({
              description:
                'Id of the launch path, lpv3-…; needed where there is more than one',
            })
            .optional(),
        name: z =>
          z.string({ description: 'Name of what is launched, for AWS too' }),
        entityRef: z =>
          z.string({
            description: 'Whose it is, such as component:default/payments-api',
          }),
        parameters: z =>
          z
            .record(
              z.union([
                z.string(),
                z.number(),
                z.boolean(),
                z.array(z.union([z.string(), z.number(), z.boolean()])),
              ]),
              {
                description:
                  'What the product asks for, by key; the others have their defaults',
              },
            )
            .optional(),
        tags: z =>
          z
            .record(z.string(), { description: 'Tags of what is launched' })
            .optional(),
        wait: z =>
          z
            .boolean({
              description:
                'Whether to wait until it is there; true where absent',
            })
            .optional(),
        timeoutMinutes: z =>
          z
            .number({
              description:
                'How long to wait; 60 where absent. The launch itself is not stopped by it',
            })
            .min(1)
            .optional(),
      },
      output: {
        provisionedProductId: z =>
          z.string({ description: 'Id of what is launched, in the portal' }),
        changeId: z => z.string({ description: 'Id of the launch' }),
        status: z =>
          z.string({
            description: 'How far the launch is: sending, running or succeeded',
          }),
        outputs: z =>
          z.record(z.string(), {
            description:
              'What the product tells, by key; empty without waiting',
          }),
        resourceUrl: z =>
          z.string({ description: 'Path of its page in the portal' }),
      },
    },
    async handler(ctx) {
      const client = createPortalClient(services, ctx);
      try {
        await provision(client, ctx, { pollIntervalMs, entityPatienceMs });
      } catch (error) {
        throw portalError(error);
      }
    },
  });
}
