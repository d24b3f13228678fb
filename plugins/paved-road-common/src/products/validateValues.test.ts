import { ProductParameter } from './form';
import { problemOf, validateValues } from './validateValues';

const parameter = (
  fields: Partial<ProductParameter> = {},
): ProductParameter => ({
  key: 'Size',
  type: 'String',
  hasDefault: false,
  noEcho: false,
  allowedValues: [],
  ...fields,
});

describe('problemOf', () => {
  const cases: [
    string,
    Partial<ProductParameter>,
    string | undefined,
    string?,
  ][] = [
    ['no value', {}, undefined, 'Give a value: there is no default'],
    ['a default', { hasDefault: true }, undefined],
    ['an empty text', {}, ''],
    [
      'a list',
      { type: 'CommaDelimitedList', allowedValues: ['a', 'b'] },
      'a, b',
    ],
    ['unicode', {}, 'Zürich 🏦'],
    ['4,096 characters', {}, 'x'.repeat(4096)],
    [
      'more than that',
      {},
      'x'.repeat(4097),
      'Is 4097 characters long; AWS takes 4096 at most',
    ],
    [
      'a value that is not allowed',
      { allowedValues: ['small', 'large'] },
      'huge',
      'Choose one of small, large',
    ],
    [
      'a list with a stranger',
      { type: 'CommaDelimitedList', allowedValues: ['a', 'b'] },
      'a,c',
      'Each item between commas counts: choose one of a, b',
    ],
    [
      'a list of numbers',
      { type: 'List<Number>' },
      '1,two',
      'Each item between commas counts: give a number',
    ],
    ['a number', { type: 'Number', minValue: 1, maxValue: 9 }, '9'],
    ['no number', { type: 'Number' }, 'nine', 'Give a number'],
    ['nothing as a number', { type: 'Number' }, ' ', 'Give a number'],
    [
      'too small a number',
      { type: 'Number', minValue: 1 },
      '0',
      'Give a number of at least 1',
    ],
    [
      'too large a number',
      { type: 'Number', maxValue: 9 },
      '10',
      'Give a number of at most 9',
    ],
    [
      'nothing where something is asked',
      { minLength: 1 },
      '',
      'Give a value of at least 1 character',
    ],
    [
      'too short a text',
      { minLength: 3 },
      'ab',
      'Is too short: give at least 3 characters',
    ],
    [
      'too long a text',
      { maxLength: 2 },
      'abc',
      'Is too long: give at most 2 characters',
    ],
    ['a text of the pattern', { allowedPattern: '[a-z]+' }, 'abc'],
    [
      'a text of which a part matches only',
      { allowedPattern: '[a-z]+', constraintDescription: 'small letters' },
      'abc1',
      'Has to match the pattern [a-z]+ (small letters)',
    ],
    [
      'a pattern that can only be tried by AWS',
      { allowedPattern: '(?!x).*' },
      'x',
    ],
    ['a pattern that is none', { allowedPattern: '[' }, 'x'],
    [
      'a pattern made to take for ever',
      { allowedPattern: '((a+)+)+' },
      `${'a'.repeat(4000)}!`,
      'Has to match the pattern ((a+)+)+',
    ],
  ];
  it.each(cases.map(([of, ...rest]) => ({ of, rest })))(
    'of $of',
    ({ rest: [fields, value, problem] }) => {
      expect(problemOf(parameter(fields), value)).toBe(problem);
    },
  );

  it('repeats no value', () => {
    const secret = parameter({ noEcho: true, allowedPattern: '[0-9]+' });
    expect(problemOf(secret, 'hunter2')).not.toContain('hunter2');
  });
});

describe('validateValues', () => {
  const form = {
    groups: [
      { parameters: [parameter(), parameter({ key: '__proto__' })] },
      { parameters: [parameter({ key: 'Name', hasDefault: true })] },
    ],
  };

  it('takes all that is asked, and misses what is not there', () => {
    expect(validateValues(form, { values: { Size: '1' } })).toEqual([
      { key: '__proto__', message: 'Give a value: there is no default' },
    ]);
  });

  it('leaves what stays as it is', () => {
    expect(
      validateValues(form, {
        values: {},
        previous: ['Size', '__proto__', 'Name'],
      }),
    ).toEqual([]);
  });

  it('names what the version does not know', () => {
    expect(
      validateValues(form, {
        values: { Size: '1', Colour: 'red' },
        previous: ['__proto__', 'Shape'],
      }).map(({ key }) => key),
    ).toEqual(['Colour', 'Shape']);
  });
});
