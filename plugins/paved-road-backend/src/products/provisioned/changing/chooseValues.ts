import { InputError } from '@backstage/errors';
import {
  ChosenParameter,
  ProductForm,
  validateValues,
} from '@paved-road/backstage-plugin-paved-road-common';

/** A value as it was given. */
export interface GivenParameter {
  key: string;
  value: string;
}

/** What comes of the values that were given. */
export interface ChosenValues {
  /** To be kept; without any secret. */
  parameters: ChosenParameter[];
  /** To be sent and forgotten. */
  secrets: Map<string, string>;
  /** All that is known, secrets included, to be put into the template. */
  values: Record<string, string>;
}

/** @throws InputError naming each value that the version does not take. */
export function chooseForLaunch(
  form: Pick<ProductForm, 'groups'>,
  given: GivenParameter[],
): ChosenValues {
  return choose(form, given, []);
}

/**
 * What is not given stays as it is now, where it is there already.
 *
 * @param current - the values that the provisioned product has
 * @throws InputError as for a launch.
 */
export function chooseForUpdate(
  form: Pick<ProductForm, 'groups'>,
  given: GivenParameter[],
  current: ChosenParameter[],
): ChosenValues {
  return choose(form, given, current);
}

function choose(
  form: Pick<ProductForm, 'groups'>,
  given: GivenParameter[],
  current: ChosenParameter[],
): ChosenValues {
  const asked = form.groups.flatMap(group => group.parameters);
  const values = new Map(given.map(({ key, value }) => [key, value]));
  const present = new Map(current.map(one => [one.key, one]));
  const previous = asked
    .map(({ key }) => key)
    .filter(key => present.has(key) && !values.has(key));
  refuse(
    validateValues(form, { values: Object.fromEntries(values), previous }),
  );
  const chosen: ChosenValues = {
    parameters: [],
    secrets: new Map(),
    values: {},
  };
  const know = (key: string, value: string | undefined) => {
    if (value !== undefined) {
      Object.defineProperty(chosen.values, key, { value, enumerable: true });
    }
  };
  for (const { key, noEcho, default: fallback } of asked) {
    const value = values.get(key);
    if (value !== undefined) {
      know(key, value);
      if (noEcho) {
        chosen.secrets.set(key, value);
      }
      chosen.parameters.push(
        noEcho ? { key, kept: 'secret' } : { key, kept: 'value', value },
      );
    } else if (present.has(key)) {
      know(key, present.get(key)?.value);
      chosen.parameters.push({ key, kept: 'previous' });
    } else {
      chosen.parameters.push({ key, kept: 'default', value: fallback });
    }
  }
  return chosen;
}

/**
 * One value for each tag that the portfolios ask for, and what else is wanted.
 *
 * @throws InputError naming each tag that is not as it has to be.
 */
export function chooseTags(
  { tagOptions }: Pick<ProductForm, 'tagOptions'>,
  given: GivenParameter[],
): GivenParameter[] {
  const values = new Map(given.map(({ key, value }) => [key, value]));
  refuse([
    ...tagOptions.flatMap(({ key, values: options }) => {
      const value = values.get(key) ?? onlyOf(options);
      return value !== undefined && options.includes(value)
        ? []
        : [{ key, message: `Choose one of ${options.join(', ')}` }];
    }),
    ...given.flatMap(({ key }) =>
      /^(aws|paved-road):/i.test(key)
        ? [{ key, message: 'Tags of this name are not yours to set' }]
        : [],
    ),
  ]);
  return [
    ...given,
    ...tagOptions.flatMap(({ key, values: options }) =>
      values.has(key) ? [] : { key, value: options[0] },
    ),
  ];
}

function onlyOf(options: string[]): string | undefined {
  return options.length === 1 ? options[0] : undefined;
}

function refuse(problems: { key: string; message: string }[]): void {
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ key, message }) => `${key}: ${message}`).join('. '),
    );
  }
}
