import {
  ChosenParameter,
  ProductForm,
  ProductParameter,
  validateValues,
  ValueProblem,
} from '@paved-road/backstage-plugin-paved-road-common';

/** Texts by key; a key that is not there was not touched. */
export type Texts = Readonly<Record<string, string>>;

/** What an update begins with, by the parameter's key. */
export type PresentValues = ReadonlyMap<string, ChosenParameter>;

/** Own entries only: a parameter may be called `constructor`. */
export function textOf(texts: Texts, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** What a parameter has where nobody touches it, as far as that is known. */
export function untouchedValue(
  parameter: ProductParameter,
  present?: ChosenParameter,
): string | undefined {
  return present ? present.value : parameter.default;
}

/**
 * The values to send: only those that are to be another than they would be
 * without. A field that was emptied counts as one that was not filled in, where
 * nothing else would be in it.
 */
export function chosenValues(
  form: Pick<ProductForm, 'groups'>,
  texts: Texts,
  present?: PresentValues,
): Record<string, string> {
  return Object.fromEntries(
    parametersOf(form).flatMap(parameter => {
      const text = textOf(texts, parameter.key);
      const untouched = untouchedValue(parameter, present?.get(parameter.key));
      const isLeftEmpty =
        text === '' &&
        untouched === undefined &&
        !parameter.allowedValues.includes('');
      return text === undefined || text === untouched || isLeftEmpty
        ? []
        : [[parameter.key, text]];
    }),
  );
}

/**
 * What is wrong with the values as they would be. One that stays as it is has to
 * fit as well, where it is known: another version may ask for other ones.
 */
export function problemsOf(
  form: Pick<ProductForm, 'groups'>,
  texts: Texts,
  present?: PresentValues,
): ValueProblem[] {
  const values = chosenValues(form, texts, present);
  const kept = parametersOf(form).flatMap(({ key }) => {
    const value = present?.get(key);
    return value && !Object.hasOwn(values, key) ? [value] : [];
  });
  return validateValues(form, {
    values: {
      ...values,
      ...Object.fromEntries(
        kept.flatMap(({ key, value }) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    },
    previous: kept
      .filter(({ value }) => value === undefined)
      .map(({ key }) => key),
  });
}

/** The tags to send; one that leaves no choice is chosen already. */
export function chosenTags(
  { tagOptions }: Pick<ProductForm, 'tagOptions'>,
  texts: Texts,
): Record<string, string> {
  return Object.fromEntries(
    tagOptions.flatMap(({ key, values }) => {
      const text = textOf(texts, key);
      if (text !== undefined && values.includes(text)) {
        return [[key, text]];
      }
      return values.length === 1 ? [[key, values[0]]] : [];
    }),
  );
}

/** The tags of which a value is still to be chosen. */
export function openTags(
  form: Pick<ProductForm, 'tagOptions'>,
  texts: Texts,
): string[] {
  const chosen = chosenTags(form, texts);
  // Portfolios that contradict one another leave no value.
  return form.tagOptions
    .filter(
      ({ key, values }) => values.length > 0 && !Object.hasOwn(chosen, key),
    )
    .map(({ key }) => key);
}

/** As the API takes them. */
export function asPairs(texts: Texts): { key: string; value: string }[] {
  return Object.entries(texts).map(([key, value]) => ({ key, value }));
}

/** All parameters of a form, whatever group they are in. */
export function parametersOf({
  groups,
}: Pick<ProductForm, 'groups'>): ProductParameter[] {
  return groups.flatMap(({ parameters }) => parameters);
}

/** What a parameter is called on screen. */
export function parameterLabel({ label, key }: ProductParameter): string {
  return label ?? key;
}
