import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { validateValues } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { openTags, parameterLabel, parametersOf } from '../fields';
import { ProductFieldOptions, ProductFieldValue } from './productFieldSchema';

/** Refuses what the backend would refuse, with the same words. */
export const validateProductField: CustomFieldValidator<
  ProductFieldValue,
  ProductFieldOptions
> = async (value, field, { apiHolder }) => {
  const api = apiHolder.get(pavedRoadApiRef);
  if (!api) {
    throw new Error('This portal has no client of Paved Road');
  }
  const { account, product, version, path } = value;
  if (!account || !product || !version) {
    field.addError('Choose a product');
    return;
  }
  const form = await api.getProductForm(
    { account, product, version },
    { path },
  );
  const labels = new Map(
    parametersOf(form).map(parameter => [
      parameter.key,
      parameterLabel(parameter),
    ]),
  );
  const problems = validateValues(form, {
    values: value.parameters,
    previous: value.secretKeys,
  });
  for (const { key, message } of problems) {
    field.addError(`${labels.get(key) ?? key}: ${message}`);
  }
  for (const problem of value.secretProblems ?? []) {
    field.addError(problem);
  }
  for (const key of openTags(form, value.tags)) {
    field.addError(`${key}: Choose a value`);
  }
};
