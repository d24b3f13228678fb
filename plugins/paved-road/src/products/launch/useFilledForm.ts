import { useState } from 'react';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import {
  asPairs,
  chosenTags,
  chosenValues,
  openTags,
  parameterLabel,
  parametersOf,
  PresentValues,
  problemsOf,
  Texts,
} from '../fields';

/**
 * What is typed into a form, and what comes of it. It outlives the form: another
 * version shows what was typed where it asks for the same.
 */
export function useFilledForm(
  form: ProductForm | undefined,
  present?: PresentValues,
) {
  const [texts, setTexts] = useState<Texts>({});
  const [tagTexts, setTagTexts] = useState<Texts>({});
  const [tried, setTried] = useState(false);
  const [secretsLeft, setSecretsLeft] = useState(0);

  const values = form ? chosenValues(form, texts, present) : {};
  const problems = form ? problemsOf(form, texts, present) : [];
  const secrets = new Set(
    form &&
      parametersOf(form)
        .filter(({ noEcho }) => noEcho)
        .map(({ key }) => key),
  );
  const parameters = asPairs(values);
  return {
    texts,
    tagTexts,
    problems,
    parameters,
    tags: form ? asPairs(chosenTags(form, tagTexts)) : [],
    /** What is still to be filled in, as people call it. */
    open: form
      ? [
          ...parametersOf(form)
            .filter(({ key }) => problems.some(problem => problem.key === key))
            .map(parameterLabel),
          ...openTags(form, tagTexts),
        ]
      : [],
    tried,
    /** What changes with every key, except those of secrets until they are left. */
    calm: JSON.stringify([
      parameters.filter(({ key }) => !secrets.has(key)),
      tagTexts,
      secretsLeft,
    ]),
    /** Says from now on at each field what is wrong. */
    showProblems: () => setTried(true),
    changeText: (key: string, text: string | undefined) =>
      setTexts(({ [key]: _, ...others }) =>
        text === undefined ? others : { ...others, [key]: text },
      ),
    changeTag: (key: string, value: string) =>
      setTagTexts(now => ({ ...now, [key]: value })),
    leaveSecret: () => setSecretsLeft(now => now + 1),
  };
}

export type FilledForm = ReturnType<typeof useFilledForm>;
