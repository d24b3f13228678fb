import { RuleExample } from '@paved-road/backstage-plugin-paved-road-common';
import { dump } from 'js-yaml';
import { readUnitTests, taggedSchema } from './unitTests';

const expected = { PASS: 'pass', FAIL: 'fail', SKIP: 'skip' } as const;

/**
 * A tests file as examples of what passes and what fails, by the rule's name.
 *
 * @throws Error naming the place of what is no tests file.
 */
export function readExamples(text: string): Map<string, RuleExample[]> {
  const examples = new Map<string, RuleExample[]>();
  readUnitTests(text).forEach((test, index) => {
    const input = dump(test.input, {
      schema: taggedSchema,
      lineWidth: -1,
      noCompatMode: true,
    });
    for (const [rule, expectation] of Object.entries(test.expected)) {
      const known = examples.get(rule) ?? [];
      known.push({
        name: test.name || `case ${index + 1}`,
        input,
        expected: expected[expectation],
      });
      examples.set(rule, known);
    }
  });
  return examples;
}
