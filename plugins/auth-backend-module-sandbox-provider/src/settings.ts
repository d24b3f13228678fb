import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** One of the people who can be chosen, as configured. */
export interface Persona {
  /** In full and in lower case: `user:default/mia.kowalski`. */
  entityRef: string;
  description?: string;
}

export interface SandboxSettings {
  personas: Persona[];
  /** Why nobody may sign in this way here; undefined where they may. */
  refusal?: string;
}

const KEY = 'auth.providers.sandbox';

function readPersona(config: Config): Persona {
  const given = config.getString('entityRef');
  const ref = parseEntityRef(given, {
    defaultKind: 'user',
    defaultNamespace: 'default',
  });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError(
      `${KEY}.personas: ${given} is not a user, but only users can sign in`,
    );
  }
  return {
    entityRef: stringifyEntityRef(ref),
    description: config.getOptionalString('description'),
  };
}

function refusalIn(config: Config, nodeEnv: string | undefined) {
  const flag = 'dangerouslyAllowOutsideDevelopment';
  if (config.getOptionalBoolean(`${KEY}.${flag}`)) {
    return undefined;
  }
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (nodeEnv === 'development' && environment === 'development') {
    return undefined;
  }
  return `Sandbox sign-in asks for no password, so it is refused outside development: NODE_ENV is ${
    nodeEnv || 'not set'
  } and auth.environment is ${environment}, both have to be development unless ${KEY}.${flag} is true`;
}

/**
 * Reads the provider's configuration; undefined where there is none.
 *
 * @throws InputError for a persona that is not a user.
 */
export function readSettings(
  config: Config,
  nodeEnv: string | undefined,
): SandboxSettings | undefined {
  if (!config.has(KEY)) {
    return undefined;
  }
  return {
    personas: config.getConfigArray(`${KEY}.personas`).map(readPersona),
    refusal: refusalIn(config, nodeEnv),
  };
}
