import { InputError } from '@backstage/errors';
import { Enforcement } from '@paved-road/backstage-plugin-paved-road-common';
import { digestOf } from '../digest';
import { defaultEnvironments } from './environments';
import { Bundle, Environment, Pack, PackProblem, PackRule } from './types';

/** @public */
export interface CreateBundleOptions {
  packs: Pack[];
  /** `defaultEnvironments` where absent. */
  environments?: Environment[];
}

/**
 * Puts packs in force together.
 *
 * @throws InputError for two packs or two environments of one name.
 * @public
 */
export function createBundle(options: CreateBundleOptions): Bundle {
  const { packs, environments = defaultEnvironments } = options;
  refuseDoubles(
    'pack',
    packs.map(({ id }) => id),
  );
  refuseDoubles(
    'environment',
    environments.map(({ name }) => name),
  );
  const defaults = new Map(
    environments.map(({ name, enforcement }) => [name, enforcement]),
  );
  const enforcementOf = (rule: PackRule, environment: string): Enforcement => {
    const byDefault = defaults.get(environment);
    if (!byDefault) {
      throw new InputError(
        `There is no environment '${environment}'; there are: ${[
          ...defaults.keys(),
        ].join(', ')}`,
      );
    }
    return rule.enforcement[environment] ?? byDefault;
  };
  const rules = packs.flatMap(pack => pack.rules);
  return {
    digest: bundleDigest(rules, [...defaults.keys()], enforcementOf),
    packs: packs.map(pack => ({
      ...pack,
      problems: [...pack.problems, ...findStrays(pack, [...defaults.keys()])],
    })),
    rules: new Map(rules.map(rule => [rule.id, rule])),
    environments,
    enforcementOf,
  };
}

function bundleDigest(
  rules: PackRule[],
  environments: string[],
  enforcementOf: (rule: PackRule, environment: string) => Enforcement,
): string {
  const entries = rules.map(rule => ({
    id: rule.id,
    files: rule.files.map(file => file.digest).sort(),
    enforcement: [...environments]
      .sort()
      .map(environment => [environment, enforcementOf(rule, environment)]),
  }));
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return digestOf(JSON.stringify(entries));
}

/** Enforcement in environments that there are not, which would do nothing. */
function findStrays(pack: Pack, environments: string[]): PackProblem[] {
  const strays = pack.rules.flatMap(
    ({ rationaleSource, source, enforcement }) =>
      Object.keys(enforcement)
        .filter(name => !environments.includes(name))
        .map(name => ({
          path: (rationaleSource ?? source).path,
          field: `enforcement.${name}`,
          message: `is no environment; there are: ${environments.join(', ')}`,
        })),
  );
  return [
    ...new Map(
      strays.map(stray => [`${stray.path} ${stray.field}`, stray]),
    ).values(),
  ];
}

function refuseDoubles(what: string, names: string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) {
    throw new InputError(`There are two ${what}s called '${double}'`);
  }
}
