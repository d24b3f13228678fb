import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  ChannelSettings,
  REQUIRED_CHECK,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChannelConfig, ProductsConfig } from './PavedRoadConfig';
import { refuse } from './values';

/** The platform's channel to production; undefined where nothing is said. */
export function readChannel(
  pavedRoad: Config | undefined,
  products: ProductsConfig,
): ChannelConfig | undefined {
  const config = pavedRoad?.getOptionalConfig('channel');
  if (!config) {
    return undefined;
  }
  const settings: ChannelSettings = {
    requiredCheck: REQUIRED_CHECK,
    platformTeam: readMatching(
      config,
      'platformTeam',
      /^@[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9._-]+)?$/,
      "name the team as CODEOWNERS does, as in '@acme/platform'",
    ),
    githubActions: readGithubActions(config),
    serviceCatalog: readServiceCatalog(config, products),
  };
  if (!settings.githubActions && !settings.serviceCatalog) {
    throw refuse(
      'channel',
      'offers no pipeline; give githubActions, serviceCatalog or both',
    );
  }
  return {
    settings,
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { hours: 1 },
          timeout: { minutes: 50 },
          initialDelay: { seconds: 30 },
        },
  };
}

function readGithubActions(
  config: Config,
): ChannelSettings['githubActions'] | undefined {
  if (!config.has('githubActions')) {
    return undefined;
  }
  const workflow = readMatching(
    config,
    'githubActions.workflow',
    /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+\/\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/,
    "give the reusable workflow as in 'acme/platform/.github/workflows/paved-road.yml'",
  );
  const refs = config.getStringArray('githubActions.refs');
  if (refs.length === 0) {
    throw refuse('channel.githubActions.refs', 'names no version');
  }
  refs.forEach((ref, index) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(ref)) {
      throw refuse(
        `channel.githubActions.refs[${index}]`,
        `is '${ref}'; name a tag or a commit, as in 'v1.2.0'`,
      );
    }
  });
  return { workflow, refs };
}

function readServiceCatalog(
  config: Config,
  { accounts }: ProductsConfig,
): ChannelSettings['serviceCatalog'] | undefined {
  if (!config.has('serviceCatalog')) {
    return undefined;
  }
  const account = config.getString('serviceCatalog.account');
  if (!accounts.some(({ id }) => id === account)) {
    throw refuse(
      'channel.serviceCatalog.account',
      `is '${account}', which is none of pavedRoad.products.accounts: ${
        accounts.map(({ id }) => id).join(', ') || 'there are none'
      }`,
    );
  }
  return {
    account,
    productId: readMatching(
      config,
      'serviceCatalog.productId',
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
      "give AWS's id of the product, as in 'prod-abcdefghijklm'",
    ),
    parameters: readTexts(config, 'serviceCatalog.parameters'),
    tags: readTexts(config, 'serviceCatalog.tags'),
  };
}

function readTexts(config: Config, key: string): Record<string, string> {
  const texts = config.getOptionalConfig(key);
  return Object.fromEntries(
    texts?.keys().map(name => [name, texts.getString(name)]) ?? [],
  );
}

function readMatching(
  config: Config,
  key: string,
  pattern: RegExp,
  advice: string,
): string {
  const value = config.getString(key);
  if (!pattern.test(value)) {
    throw refuse(`channel.${key}`, `is '${value}'; ${advice}`);
  }
  return value;
}
