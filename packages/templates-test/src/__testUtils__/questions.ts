import { z } from 'zod';
import { GoldenPath } from './goldenPaths';

const questionSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  pattern: z.string().optional(),
  items: z.looseObject({ pattern: z.string().optional() }).optional(),
});

const branchSchema = z.looseObject({
  properties: z.record(z.string(), questionSchema).default({}),
  required: z.array(z.string()).default([]),
});

const stepSchema = branchSchema.extend({
  dependencies: z
    .record(z.string(), z.object({ oneOf: z.array(branchSchema) }))
    .default({}),
});

interface Question extends z.infer<typeof questionSchema> {
  /** The choice that it hangs on, where it is not always asked. */
  option?: string;
  /** Whether it has to be answered. */
  isRequired: boolean;
}
type Step = z.infer<typeof stepSchema>;

/** A choice for each option. */
export type Choices = Record<string, unknown>;

const stepsOf = ({ entity }: GoldenPath): Step[] =>
  z.array(stepSchema).parse([entity.spec.parameters ?? []].flat());

function choicesOf({
  type,
  enum: values,
}: z.infer<typeof questionSchema>): unknown[] | undefined {
  return values ?? (type === 'boolean' ? [true, false] : undefined);
}

const optionsOf = (path: GoldenPath) =>
  stepsOf(path).flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, question]) => {
      const choices = choicesOf(question);
      return choices ? [{ name, choices, usual: question.default }] : [];
    }),
  );

/** What is chosen by somebody who leaves the form as it is. */
export function usualChoices(path: GoldenPath): Choices {
  return Object.fromEntries(
    optionsOf(path).map(({ name, choices, usual }) => {
      if (!choices.includes(usual)) {
        throw new Error(`${name} has no default among its choices`);
      }
      return [name, usual];
    }),
  );
}

/** Every combination of what can be chosen, as the form's own schema has it. */
export function combinationsOf(path: GoldenPath): Choices[] {
  return optionsOf(path).reduce<Choices[]>(
    (combinations, { name, choices }) =>
      combinations.flatMap(combination =>
        choices.map(choice => ({ ...combination, [name]: choice })),
      ),
    [{}],
  );
}

/** What is asked once the choices are made, apart from the choices. */
export function questionsOf(
  path: GoldenPath,
  choices: Choices,
): Map<string, Question> {
  const withNeed = ({ properties, required }: z.infer<typeof branchSchema>) =>
    Object.entries(properties).map(
      ([name, question]) =>
        [name, { ...question, isRequired: required.includes(name) }] as const,
    );
  const asked = stepsOf(path).flatMap<readonly [string, Question]>(
    ({ dependencies, ...step }) => [
      ...withNeed(step),
      ...Object.entries(dependencies).flatMap(([option, { oneOf }]) =>
        oneOf
          .filter(branch =>
            branch.properties[option]?.enum?.includes(choices[option]),
          )
          .flatMap(withNeed)
          .map(([name, question]) => [name, { ...question, option }] as const),
      ),
    ],
  );
  return new Map(asked.filter(([name]) => !(name in choices)));
}
