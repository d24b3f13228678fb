import { parse } from 'yaml';
import { answersFor } from './__testUtils__/answers';
import { goldenPaths } from './__testUtils__/goldenPaths';
import { combinationsOf, questionsOf } from './__testUtils__/questions';
import { useScaffolder } from './__testUtils__/useScaffolder';

// A task of the scaffolder for each answer.
jest.setTimeout(120_000);

/** No question takes any of these. */
const tricks = [
  '',
  ' ',
  '$(id)',
  '`id`',
  '; rm -rf /',
  'a | sh',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows',
  'a\nb: c',
  'a\r\nb',
  'a\u0000',
  'a\u2028b',
  'a"\n, "scripts": {"postinstall": "id"}',
  '"quoted"',
  'a: b',
  'a #b',
  '*alias',
  '!!js/function x',
  '!Sub x',
  '${AWS::AccountId}',
  '{{resolve:ssm:/a}}',
  '${{ secrets.token }}',
  '{% include "x" %}',
  '{# x #}',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '@meridian/everybody',
  '\u202egnp.exe',
  'a'.repeat(5000),
];

const noText = [1, true, null, [], {}, ['$(id)'], { name: 'a' }];

describe('golden paths that are answered with tricks:', () => {
  const { scaffold, refused } = useScaffolder();

  describe.each(goldenPaths)('$name', path => {
    const cases = combinationsOf(path).map(choices => ({
      choices,
      answers: answersFor(path, choices),
      questions: questionsOf(path, choices),
    }));
    /** Each question once, together with answers by which it is asked. */
    const asked = new Map(
      cases.flatMap(({ answers, questions }) =>
        [...questions].map(([name, question]) => [
          name,
          { name, question, answers },
        ]),
      ),
    );
    const options = Object.keys(cases[0].choices);

    it('takes the answers that the others differ from', async () => {
      await expect(scaffold(path, cases[0].answers)).resolves.toBeDefined();
    });

    describe.each([...asked.values()])(
      'asked for $name',
      ({ name, question, answers }) => {
        const isList = question.type === 'array';
        // What is wrong with a question that hangs on a choice is said of the choice.
        const blamed = question.option ?? name;

        it('takes no trick', async () => {
          for (const trick of tricks) {
            const value = isList ? [trick, trick.concat('b')] : trick;
            expect([
              value,
              await refused(path, { ...answers, [name]: value }),
            ]).toEqual([value, expect.arrayContaining([blamed])]);
          }
        });

        it('takes nothing of another kind, and not nothing where it has to be answered', async () => {
          const nothing = question.isRequired ? [undefined] : [];
          for (const value of [...noText, ...nothing]) {
            expect([
              value,
              await refused(path, { ...answers, [name]: value }),
            ]).toEqual([value, expect.arrayContaining([blamed])]);
          }
        });
      },
    );

    it.each(options)('takes for %s only what it offers', async option => {
      for (const value of ['', 'other', '$(id)', null, [], undefined]) {
        expect([
          value,
          await refused(path, { ...cases[0].answers, [option]: value }),
        ]).toEqual([value, expect.arrayContaining([option])]);
      }
    });

    it('writes nothing of an answer that was not asked for', async () => {
      // Once for each set of questions that somebody isn't asked.
      const unasked = new Map(
        cases.map(({ answers }) => {
          const left = [...asked.keys()].filter(name => !(name in answers));
          return [left.join(), { left, answers }];
        }),
      );
      for (const { left, answers } of unasked.values()) {
        const smuggled = Object.fromEntries(
          [...left, 'unheardOf'].map(name => [name, 'smuggled: $(id)']),
        );
        const { files } = await scaffold(path, { ...smuggled, ...answers });
        expect(
          files.filter(({ content }) => content.includes('smuggled')),
        ).toEqual([]);
      }
    });

    if (!cases[0].questions.has('description')) {
      return;
    }
    it('writes what a description may have as it is', async () => {
      const description =
        "Größe & more; (a/../b), it's +1 - the customer’s, e.g. null";
      const { files } = await scaffold(path, {
        ...cases[0].answers,
        description,
      });
      const read = (wanted: string) =>
        parse(files.find(file => file.path === wanted)?.content ?? '');
      expect(read('catalog-info.yaml').metadata.description).toBe(description);
      expect(read('mkdocs.yml').site_description).toBe(description);
    });
  });
});
