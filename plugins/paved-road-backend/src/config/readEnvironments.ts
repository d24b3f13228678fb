import { Config } from '@backstage/config';
import { enforcementSchema } from '@paved-road/backstage-plugin-paved-road-common';
import {
  defaultEnvironment,
  defaultEnvironments,
  Environment,
} from '@paved-road/backstage-plugin-paved-road-node';
import { refuse } from './values';

/** The environments in their order. */
export function readEnvironments(config: Config | undefined): Environment[] {
  const environments = config?.getOptionalConfigArray('environments');
  if (!environments) {
    return defaultEnvironments;
  }
  const names = new Set<string>();
  const read = environments.map((environment, index) => {
    const key = `environments[${index}]`;
    const name = environment.getString('name');
    if (names.has(name)) {
      throw refuse(`${key}.name`, `names '${name}' a second time`);
    }
    names.add(name);
    const enforcement = enforcementSchema.safeParse(
      environment.getString('enforcement'),
    );
    if (!enforcement.success) {
      throw refuse(
        `${key}.enforcement`,
        `must be one of: ${enforcementSchema.options.join(', ')}`,
      );
    }
    return { name, enforcement: enforcement.data };
  });
  if (read.length === 0) {
    throw refuse('environments', 'names no environment');
  }
  return read;
}

/** The environment that is judged for; one of those given. */
export function readDefaultEnvironment(
  config: Config | undefined,
  environments: Environment[],
): string {
  const names = environments.map(({ name }) => name);
  const name =
    config?.getOptionalString('defaultEnvironment') ?? defaultEnvironment;
  if (!names.includes(name)) {
    throw refuse(
      'defaultEnvironment',
      `is '${name}', which is not among the environments: ${names.join(', ')}`,
    );
  }
  return name;
}
