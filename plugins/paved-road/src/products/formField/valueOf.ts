import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import {
  chosenTags,
  chosenValues,
  parameterLabel,
  parametersOf,
  problemsOf,
  Texts,
} from '../fields';
import { ProductFieldValue } from './productFieldSchema';

/** What a template is given; of a secret only that there is one. */
export function valueOf(
  form: ProductForm,
  choice: Pick<ProductFieldValue, 'account' | 'product' | 'version' | 'path'>,
  texts: Texts,
  tags: Texts,
): ProductFieldValue {
  const chosen = Object.entries(chosenValues(form, texts));
  const secrets = parametersOf(form).filter(({ noEcho }) => noEcho);
  const isSecret = (key: string) => secrets.some(secret => secret.key === key);
  const secretKeys = chosen.map(([key]) => key).filter(isSecret);
  const problems = problemsOf(form, texts);
  const secretProblems = secrets
    .filter(({ key }) => secretKeys.includes(key))
    .flatMap(secret =>
      problems
        .filter(({ key }) => key === secret.key)
        .map(({ message }) => `${parameterLabel(secret)}: ${message}`),
    );
  return {
    ...choice,
    parameters: Object.fromEntries(chosen.filter(([key]) => !isSecret(key))),
    tags: chosenTags(form, tags),
    secretKeys,
    ...(secretProblems.length > 0 ? { secretProblems } : {}),
  };
}
