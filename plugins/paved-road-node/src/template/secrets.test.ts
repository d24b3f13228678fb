import { resolve, valueOf } from './__testUtils__/resolve';

const secret = 's3cr3t-value';

describe('secrets', () => {
  it.each<[string, unknown]>([
    ['!Ref Password', { Ref: 'Password' }],
    ['!Ref Keys', { Ref: 'Keys' }],
    ['!Sub "${Name}:${Password}"', { 'Fn::Sub': 'logs:${Password}' }],
    [
      '!Sub ["${Name}:${P}", { P: !Ref Password }]',
      { 'Fn::Sub': ['logs:${P}', { P: { Ref: 'Password' } }] },
    ],
    [
      '!Join ["/", [!Ref Name, !Ref Password]]',
      { 'Fn::Join': ['/', ['logs', { Ref: 'Password' }]] },
    ],
    [
      '!Join [!Ref Password, [a, b]]',
      { 'Fn::Join': [{ Ref: 'Password' }, ['a', 'b']] },
    ],
    ['!Join ["/", !Ref Keys]', { 'Fn::Join': ['/', { Ref: 'Keys' }] }],
    ['!Base64 { Ref: Password }', { 'Fn::Base64': { Ref: 'Password' } }],
    ['!Select [0, [!Ref Password]]', { Ref: 'Password' }],
    ['!If [Yes, !Ref Password, x]', { Ref: 'Password' }],
    ['{ A: [!Ref Password, !Ref Days] }', { A: [{ Ref: 'Password' }, 30] }],
  ])('are not put into %s', (written, expected) => {
    const { value, said, content } = valueOf(written);
    expect(value).toEqual(expected);
    expect(said).toEqual([]);
    expect(content.split('Tested')[1]).not.toContain(secret);
  });

  it.each<[string, unknown, string]>([
    [
      '!Select [0, !Ref Keys]',
      { 'Fn::Select': [0, { Ref: 'Keys' }] },
      'Fn::Select',
    ],
    [
      '!Select [0, !Split ["-", !Ref Password]]',
      { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'Password' }] }] },
      'Fn::Select',
    ],
    [
      '!Split ["-", !Ref Password]',
      { 'Fn::Split': ['-', { Ref: 'Password' }] },
      'Fn::Split',
    ],
    [
      '!FindInMap [Stages, !Ref Password, size]',
      { 'Fn::FindInMap': ['Stages', { Ref: 'Password' }, 'size'] },
      'Fn::FindInMap',
    ],
    [
      '!FindInMap [Stages, none, !Ref Password]',
      { 'Fn::FindInMap': ['Stages', 'none', { Ref: 'Password' }] },
      'Fn::FindInMap',
    ],
  ])('are not given away by %s', (written, expected, name) => {
    const { value, said, content } = valueOf(written);
    expect(value).toEqual(expected);
    expect(said).toContain(`${name} depends on a secret, which is not put in`);
    expect(said.join()).not.toContain(secret);
    expect(content.split('Tested')[1]).not.toContain(secret);
  });

  it.each(['true', "'true'", "'True'", '1', '[]'])(
    'leave neither with their default nor with a value, NoEcho being %s',
    noEcho => {
      const { content, unresolved, root } = resolve(
        `
Parameters:
  P:
    Type: String
    NoEcho: ${noEcho}
    Default: ${secret}
    AllowedValues: [${secret}, chosen-s3cr3t]
    Description: A password
Conditions:
  IsDefault: !Equals [!Ref P, ${secret}]
  IsChosen: !Equals [!Ref P, chosen-s3cr3t]
Resources:
  A: { B: !Ref P, C: !Sub 'x-\${P}', D: !If [IsChosen, chosen, default] }
  E: { Condition: IsDefault }
`,
        { P: 'chosen-s3cr3t' },
      );
      expect(root.Resources).toEqual({
        A: { B: { Ref: 'P' }, C: { 'Fn::Sub': 'x-${P}' }, D: 'chosen' },
      });
      expect(root.Parameters.P).toMatchObject({
        Type: 'String',
        Description: 'A password',
      });
      expect(content + JSON.stringify(unresolved)).not.toMatch(/s3cr3t/);
    },
  );

  it.each(['false', "'false'"])('are none with NoEcho %s', noEcho => {
    const { root } = resolve(
      `Parameters: { P: { Type: String, NoEcho: ${noEcho}, Default: open } }
Resources: { A: { B: !Ref P } }`,
    );
    expect(root.Resources.A).toEqual({ B: 'open' });
    expect(root.Parameters.P).toMatchObject({ Default: 'open' });
  });
});
