import {
  ChosenParameter,
  ProductParameter,
} from '@paved-road/backstage-plugin-paved-road-common';
import { lengthWords, rangeWords, typeWords } from '../detail/parameterWords';

const PLAIN = ['String', 'Number'];

/** What is good to know while a field is filled in, in short sentences. */
export function fieldHints(
  parameter: ProductParameter,
  /** What it has now, where something is updated. */
  present: ChosenParameter | undefined,
  isChanged: boolean,
): string[] {
  const isFree = parameter.allowedValues.length === 0;
  return [
    presentWords(present, isChanged),
    parameter.noEcho && 'A secret: it is sent and never kept',
    parameter.noEcho &&
      parameter.hasDefault &&
      !present &&
      'Left empty, it has its default',
    isFree && !PLAIN.includes(parameter.type) && typeWords(parameter.type),
    parameter.constraintDescription,
    isFree && rangeWords(parameter),
    isFree && lengthWords(parameter),
    isFree &&
      parameter.allowedPattern !== undefined &&
      `Matches ${parameter.allowedPattern}`,
  ].filter((hint): hint is string => Boolean(hint));
}

function presentWords(
  present: ChosenParameter | undefined,
  isChanged: boolean,
): string | undefined {
  if (!present) {
    return undefined;
  }
  const { kept, value } = present;
  if (isChanged) {
    return value === undefined ? 'Will be replaced' : `Is now ${said(value)}`;
  }
  if (kept === 'secret') {
    return 'Stays as it is, hidden';
  }
  return value === undefined
    ? 'Stays as it is; what it is now is not known here'
    : `Stays as it is: ${said(value)}`;
}

function said(value: string): string {
  return value === '' ? 'empty' : value;
}
