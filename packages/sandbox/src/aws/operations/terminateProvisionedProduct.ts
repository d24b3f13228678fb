import { z } from 'zod';
import { outcomeOf, acceptOnce } from './acceptance';
import { id, input, provisionedProductNameOrArn, token } from '../wire/shapes';
import { operation } from './operation';
import { changeableProduct } from './provisionedProducts';
import { currentOf } from './updates';

const NAME = 'TerminateProvisionedProduct';

export const terminateProvisionedProduct = operation(
  NAME,
  input({
    ProvisionedProductId: id.optional(),
    ProvisionedProductName: provisionedProductNameOrArn.optional(),
    TerminateToken: token,
    IgnoreErrors: z.boolean().optional(),
    RetainPhysicalResources: z.boolean().optional(),
  }),
  (given, context) =>
    acceptOnce(
      context,
      { operation: NAME, token: 'TerminateToken', input: given },
      () => {
        const view = changeableProduct(context, given);
        const current = currentOf(view)!;
        const { version } = context.catalog.version(current.artifactId) ?? {};
        // Neither resources that stay nor errors that don't count can fail it.
        const easy = given.IgnoreErrors || given.RetainPhysicalResources;
        return {
          record: {
            type: 'TERMINATE_PROVISIONED_PRODUCT',
            provisionedProductId: view.stored.id,
            productId: current.productId,
            artifactId: current.artifactId,
            pathId: current.pathId,
            parameters: [],
            tags: current.tags,
            launchRoleArn: view.lastProvisioning?.launchRoleArn,
            outcome: easy
              ? { outputs: [] }
              : outcomeOf(context, {
                  failure: version?.failsOnTerminate,
                  leaves: context.switches.afterFailedTerminate,
                  outputs: [],
                }),
          },
        };
      },
    ),
);
