import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  PavedRoadClient,
  provisionedProductNameSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { TaskContext } from '../TaskContext';
import { chooseVersion } from './chooseVersion';
import { ParameterValue, parameterValues } from './parameterValues';
import { Launch } from './requestLaunch';

/** What is to be launched, in a template's words. */
export interface LaunchChoice {
  account: string;
  product: string;
  version?: string;
  path?: string;
  name: string;
  entityRef: string;
  parameters?: Record<string, ParameterValue>;
  tags?: Record<string, string>;
}

/**
 * What the template's words mean to the portal.
 *
 * @throws InputError where they can't be used
 */
export async function prepareLaunch(
  client: PavedRoadClient,
  input: LaunchChoice,
  { logger }: Pick<TaskContext, 'logger'>,
): Promise<Launch> {
  const name = provisionedProductNameSchema.safeParse(input.name);
  if (!name.success) {
    const reasons = name.error.issues.map(({ message }) => message).join('; ');
    throw new InputError(`The name '${input.name}' can't be used: ${reasons}`);
  }
  const { account, product: id } = input;
  const product = await client.getProduct({ account, product: id });
  const version = chooseVersion(product, input.version);
  const entityRef = stringifyEntityRef(
    parseEntityRef(input.entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
  const parameters = parameterValues(input.parameters);
  // Any value may be a secret, so only the keys are told.
  const keys = parameters.map(({ key }) => key).join(', ') || 'none';
  logger.info(
    `${product.name} ${version.name} in ${account} for ${entityRef}, as '${input.name}'; parameters: ${keys}`,
  );
  return {
    account,
    product: id,
    version: version.id,
    path: input.path,
    name: input.name,
    entityRef,
    parameters,
    tags: Object.entries(input.tags ?? {}).map(([key, value]) => ({
      key,
      value,
    })),
  };
}
