import { resolve, valueOf } from './__testUtils__/resolve';

describe('parameters', () => {
  it.each<[string, Record<string, string | undefined>, unknown]>([
    ['Name', { Name: 'chosen' }, 'chosen'],
    ['Name', { Name: '' }, ''],
    ['Name', { Name: undefined }, 'logs'],
    ['Name', { Name: '007' }, '007'],
    ['Days', { Days: '7' }, 7],
    ['Days', { Days: ' 7.50 ' }, 7.5],
    ['Days', { Days: '-1e2' }, -100],
    ['Ports', { Ports: '1,2' }, [1, 2]],
    ['Zones', { Zones: 'a' }, ['a']],
    ['Zones', { Zones: '' }, ['']],
  ])('%s of %j', (name, chosen, expected) => {
    const { value, said } = valueOf(`!Ref ${name}`, chosen);
    expect(value).toEqual(expected);
    expect(said).toEqual([]);
  });

  it('puts numbers into texts as they were given', () => {
    expect(valueOf('!Sub "${Days}"', { Days: '007.50' }).value).toBe('007.50');
  });

  it.each([
    ['Days', 'seven', 'seven', 'Number'],
    ['Days', '', '', 'Number'],
    ['Days', '0x10', '0x10', 'Number'],
    ['Days', '1e999', '1e999', 'Number'],
    ['Ports', '1,x', [1, 'x'], 'List<Number>'],
  ])('says that %s is no number with %s', (name, text, expected, type) => {
    const { value, said } = valueOf(`!Ref ${name}`, { [name]: text });
    expect(value).toEqual(expected);
    expect(said).toEqual([
      `The parameter ${name} is a ${type}, but its value is none`,
    ]);
  });

  it('takes no value that is not the chosen ones own', () => {
    const template = `
Parameters:
  constructor: { Type: String }
  __proto__: { Type: String }
Resources:
  A: { B: !Ref constructor, C: !Ref __proto__, D: !Ref toString }
`;
    const { root, unresolved } = resolve(template);
    expect(root.Resources.A).toEqual({
      B: { Ref: 'constructor' },
      C: { Ref: '__proto__' },
      D: { Ref: 'toString' },
    });
    expect(unresolved.map(({ reason }) => reason)).toEqual([
      'The parameter constructor has neither a value nor a default',
      'The parameter __proto__ has neither a value nor a default',
      'The template has no toString to refer to',
    ]);
    const chosen = JSON.parse('{"__proto__": "own", "constructor": "mine"}');
    expect(resolve(template, chosen).root.Resources.A).toMatchObject({
      B: 'mine',
      C: 'own',
    });
  });

  it('keeps a key that is called __proto__', () => {
    const { content } = resolve(
      '{"Resources": {"__proto__": {"Type": "A", "__proto__": {"B": 1}}}}',
    );
    expect(content.replace(/\s/g, '')).toBe(
      '{"Resources":{"__proto__":{"Type":"A","__proto__":{"B":1}}}}',
    );
  });

  it.each([
    ['a text', 'P: String', /parameter P can't be read/],
    ['no type', 'P: { Default: a }', /parameter P can't be read: .*Type/s],
    [
      'a default that is a list',
      'P: { Type: String, Default: [a] }',
      /parameter P can't be read: .*has to be a text or a number.*Default/s,
    ],
  ])('refuses one that is %s', (_, parameter, message) => {
    expect(() =>
      resolve(`Parameters: { ${parameter} }\nResources: {}`),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
