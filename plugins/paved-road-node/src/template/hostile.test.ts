import { resolve } from './__testUtils__/resolve';

jest.setTimeout(60_000);

const nested = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth);

function withProperty(written: string, parameter = '') {
  return `{"Parameters": {"P": {"Type": "String", "Default": "${parameter}"}},
"Mappings": {"M": {"a": {"b": ["${parameter}"]}}},
"Resources": {"A": {"B": ${written}}}}`;
}

const list = (count: number, item: string) =>
  `[${Array.from({ length: count }, () => item).join(',')}]`;

describe('a hostile template', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', '', /^The template is empty$/],
    ['a text', 'hello', /^The template holds a single value/],
    ['no resources', 'Parameters: {}', /^The template has no Resources/],
    [
      'an alias bomb',
      `A: &a [x, x]\n${Array.from(
        { length: 30 },
        (_, index) => `B${index}: &b${index} [*a, *a]`,
      ).join('\n')}\nResources: {}`,
      /^The template uses an alias at line 2/,
    ],
    [
      'a key twice',
      'Resources:\n  A: { Type: A }\n  A: { Type: B }',
      /^The template has the key 'A' twice/,
    ],
    [
      'merged keys',
      'Resources: { A: { <<: { B: 1 } } }',
      /^The template merges maps/,
    ],
    [
      'a depth of 10,000 lists',
      `Resources: { A: ${nested(10_000, '[', 'x', ']')} }`,
      /^The template is nested more than 100 levels deep/,
    ],
    [
      'a depth of 10,000 functions',
      `Resources: { A: ${nested(10_000, '!Join ["", [', 'x', ']]')} }`,
      /^The template is nested more than 100 levels deep/,
    ],
    [
      '10 MB',
      `Resources: { A: ${'x'.repeat(10 * 1024 * 1024)} }`,
      /^The template has 10485778 bytes, more than the 1048576 that are read$/,
    ],
    [
      'a control character',
      'Resources: { A: "\u0000" }',
      /^The template is not a text file/,
    ],
    [
      'two documents',
      'Resources: {}\n---\nResources: {}',
      /^The template holds a second document/,
    ],
    [
      'a tag that CloudFormation does not know',
      'Resources: { A: !!js/function "x" }',
      /^The template is not readable YAML.*unknown tag/,
    ],
    [
      'a Terraform plan',
      '{"format_version": "1.2", "resource_changes": [], "Resources": {}}',
      /^The template is a Terraform plan/,
    ],
    [
      'parameters that are a list',
      'Parameters: []\nResources: {}',
      /^The template has Parameters that are no map$/,
    ],
    [
      'outputs that are nothing',
      'Outputs:\nResources: {}',
      /^The template has Outputs that are no map$/,
    ],
    [
      'a number that is none',
      'Resources: { A: .nan }',
      /^The template holds NaN/,
    ],
    [
      'a text that grows by Fn::Sub',
      withProperty(`{"Fn::Sub": "${'${P}'.repeat(10_000)}"}`, 'x'.repeat(4096)),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a text that grows by Fn::Sub with a secret',
      withProperty(
        `{"Fn::Sub": "${'${P}'.repeat(10_000)}"}`,
        'x'.repeat(4096),
      ).replace('"Type"', '"NoEcho": true, "Type"'),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'texts that grow by Fn::Sub together',
      withProperty(
        list(200, `{"Fn::Sub": "${'${P}'.repeat(100)}"}`),
        'x'.repeat(4096),
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a text that grows by Fn::Join',
      withProperty(
        `{"Fn::Join": ["", ${list(10_000, '{"Ref": "P"}')}]}`,
        'x'.repeat(4096),
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a text that grows by the delimiter of Fn::Join',
      withProperty(
        `{"Fn::Join": [{"Ref": "P"}, ${list(10_000, '""')}]}`,
        'x'.repeat(4096),
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'many lists by Fn::Split',
      withProperty(
        list(10_000, '{"Fn::Split": [",", {"Ref": "P"}]}'),
        ','.repeat(4096),
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a long list that is looked at often',
      withProperty(
        list(10_000, '{"Fn::Select": [0, {"Fn::Split": [",", {"Ref": "P"}]}]}'),
        ','.repeat(4096),
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a long parameter that is looked at often',
      withProperty(
        list(10_000, '{"Fn::Select": [0, {"Ref": "P"}]}'),
        ','.repeat(4096),
      ).replace('String', 'CommaDelimitedList'),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a long list of a mapping that is looked at often',
      withProperty(list(10_000, '{"Fn::FindInMap": ["M", "a", "b"]}')).replace(
        '"b": [',
        `"b": [${'"",'.repeat(4096)}`,
      ),
      /^The template grows beyond 10485760 bytes/,
    ],
    [
      'a value at many places',
      withProperty(list(10_000, '{"Ref": "P"}'), 'x'.repeat(4096)),
      /^The template has more than the 10485760 bytes/,
    ],
    [
      'a mapping at many places',
      withProperty(
        list(10_000, '{"Fn::FindInMap": ["M", "a", "b"]}'),
        'x'.repeat(4096),
      ),
      /^The template has more than the 10485760 bytes/,
    ],
    [
      'much space in the result',
      withProperty(nested(80, '[', list(300_000, '1'), ']')),
      /^The template has more than the 10485760 bytes/,
    ],
    [
      'more depth by writing out short forms',
      `Resources: { A: ${nested(60, '!Base64 [', 'x', ']')} }`,
      /^The template with its values put in is nested more than 100 levels deep/,
    ],
  ])('with %s is refused', (_, text, message) => {
    expect(() => resolve(text)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('refuses a value that the engine would not read', () => {
    expect(() =>
      resolve(withProperty('{"Ref": "P"}'), { P: 'a\ud800' }),
    ).toThrow(/^The template with its values put in writes one character/);
  });

  it('evaluates conditions that refer to one another in a long chain', () => {
    const count = 20_000;
    const conditions = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `C${index}`,
        index === count - 1
          ? { 'Fn::Equals': ['a', 'a'] }
          : { Condition: `C${index + 1}` },
      ]),
    );
    const { root } = resolve({
      Conditions: conditions,
      Resources: { A: { B: { 'Fn::If': ['C0', 'yes', 'no'] } } },
    });
    expect(root.Resources.A).toEqual({ B: 'yes' });
  });

  it('finds a circle of many conditions', () => {
    const count = 20_000;
    const conditions = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `C${index}`,
        { Condition: `C${(index + 1) % count}` },
      ]),
    );
    expect(() => resolve({ Conditions: conditions, Resources: {} })).toThrow(
      /condition C0 refers to itself by way of C1, C2, C3, C4, C5 and more$/,
    );
  });

  it('takes a text of many beginnings of names', () => {
    const text = '${'.repeat(400_000);
    expect(
      resolve(withProperty(`{"Fn::Sub": "${text}"}`)).root.Resources.A,
    ).toEqual({ B: text });
  });

  it('does not follow what a mapping holds', () => {
    const loop = { 'Fn::FindInMap': ['M', 'a', 'b'] };
    const { root, unresolved } = resolve({
      Mappings: { M: { a: { b: loop } } },
      Resources: { A: { B: loop } },
    });
    expect(root.Resources.A).toEqual({ B: loop });
    expect(unresolved.map(({ reason }) => reason)).toEqual([
      'The mapping M has no value at a, b',
    ]);
  });

  it('says what it says in few words', () => {
    const long = 'x'.repeat(100_000);
    const { unresolved } = resolve({
      Resources: { [long]: { [long]: { Ref: long } } },
    });
    expect(JSON.stringify(unresolved).length).toBeLessThan(4000);
  });
});
