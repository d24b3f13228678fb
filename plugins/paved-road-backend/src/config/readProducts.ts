import { Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Environment } from '@paved-road/backstage-plugin-paved-road-node';
import { ProductAccountConfig, ProductsConfig } from './PavedRoadConfig';
import { readDuration, refuse } from './values';

/** Where products are launched; nowhere where nothing is said. */
export function readProducts(
  config: Config | undefined,
  environments: Environment[],
): ProductsConfig {
  const accounts =
    config
      ?.getOptionalConfigArray('products.accounts')
      ?.map((account, index) => readAccount(account, index, environments)) ??
    [];
  accounts.forEach(({ id }, index) => {
    if (accounts.findIndex(other => other.id === id) !== index) {
      throw refuse(
        `products.accounts[${index}].id`,
        `names '${id}' a second time`,
      );
    }
  });
  return {
    accounts,
    cacheMs: durationToMilliseconds(
      readDuration(config, 'products.cache', { minutes: 5 }),
    ),
  };
}

function readAccount(
  config: Config,
  index: number,
  environments: Environment[],
): ProductAccountConfig {
  const key = (name: string) => `products.accounts[${index}].${name}`;
  const id = config.getString('id');
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    throw refuse(
      key('id'),
      `is '${id}'; use small letters, digits and hyphens, as in 'payments-development'`,
    );
  }
  const accountId = config.getString('accountId');
  if (!/^\d{12}$/.test(accountId)) {
    throw refuse(
      key('accountId'),
      'is no number of an AWS account; give its twelve digits in quotes',
    );
  }
  const region = config.getString('region');
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    throw refuse(key('region'), `is '${region}', which is no region of AWS`);
  }
  const environment = config.getString('environment');
  if (!environments.some(({ name }) => name === environment)) {
    throw refuse(
      key('environment'),
      `is '${environment}', which is none of the environments: ${environments
        .map(({ name }) => name)
        .join(', ')}`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    accountId,
    region,
    environment,
  };
}
