import { z } from 'zod';
import { ServiceAction } from '../catalog/model';
import { AwsError, resourceNotFound } from '../wire/AwsError';
import { page } from '../wire/page';
import { id, input, pagedInput, token } from '../wire/shapes';
import { acceptOnce, outcomeOf } from './acceptance';
import { Context } from './Context';
import { chooseVersion, visibleProduct } from './launches';
import { operation } from './operation';
import { provisionedProductBy } from './provisionedProducts';
import { currentOf } from './updates';

const LIST = 'ListServiceActionsForProvisioningArtifact';
const EXECUTE = 'ExecuteProvisionedProductServiceAction';

export const listServiceActions = operation(
  LIST,
  pagedInput(20, { ProductId: id, ProvisioningArtifactId: id }),
  (given, context) => {
    const product = visibleProduct(context, { id: given.ProductId });
    chooseVersion(product, { id: given.ProvisioningArtifactId });
    const { items, next } = page(LIST, product.serviceActions, given);
    return {
      ServiceActionSummaries: items.map(action => ({
        Id: action.id,
        Name: action.name,
        Description: action.description,
        DefinitionType: 'SSM_AUTOMATION',
      })),
      NextPageToken: next,
    };
  },
);

/** An action of a provisioned product's version. */
function actionOf(
  context: Context,
  given: { ProvisionedProductId: string; ServiceActionId: string },
  at: number,
) {
  const view = provisionedProductBy(
    context,
    { id: given.ProvisionedProductId },
    at,
  );
  const current = currentOf(view);
  const found = context.catalog.version(current?.artifactId ?? '');
  const action = found?.product.serviceActions.find(
    candidate => candidate.id === given.ServiceActionId,
  );
  if (!current || !action) {
    throw resourceNotFound(
      `Service action ${given.ServiceActionId} not found.`,
    );
  }
  return { view, current, action };
}

const described = ({ parameters }: ServiceAction) =>
  parameters.map(({ name, type, defaultValues }) => ({
    Name: name,
    Type: type,
    DefaultValues: defaultValues,
  }));

export const describeServiceActionExecutionParameters = operation(
  'DescribeServiceActionExecutionParameters',
  input({ ProvisionedProductId: id, ServiceActionId: id }),
  (given, context) => ({
    ServiceActionParameters: described(
      actionOf(context, given, context.readAt).action,
    ),
  }),
);

export const executeServiceAction = operation(
  EXECUTE,
  input({
    ProvisionedProductId: id,
    ServiceActionId: id,
    ExecuteToken: token,
    Parameters: z
      .record(z.string().min(1).max(50), z.array(z.string().max(512)).max(25))
      .optional(),
  }),
  (given, context) =>
    acceptOnce(
      context,
      { operation: EXECUTE, token: 'ExecuteToken', input: given },
      () => {
        const { view, current, action } = actionOf(context, given, context.now);
        if (view.status !== 'AVAILABLE' && view.status !== 'TAINTED') {
          throw new AwsError(
            'InvalidStateException',
            `The provisioned product is in status ${view.status}.`,
          );
        }
        return {
          record: {
            type: 'EXECUTE_PROVISIONED_PRODUCT_SERVICE_ACTION',
            provisionedProductId: view.stored.id,
            productId: current.productId,
            artifactId: current.artifactId,
            pathId: current.pathId,
            parameters: [],
            tags: [],
            outcome: outcomeOf(context, { failure: action.fails, outputs: [] }),
          },
        };
      },
    ),
);
