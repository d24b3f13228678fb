import { valueOf } from '../__testUtils__/resolve';

describe('functions', () => {
  it.each<[string, unknown]>([
    // Ref
    ['!Ref Name', 'logs'],
    ['{ Ref: Name }', 'logs'],
    ['!Ref Days', 30],
    ['!Ref Ports', [80, 443]],
    ['!Ref Zones', ['a', 'b', 'c']],
    ['!Ref Subnets', ['subnet-1']],
    ['!Ref AWS::AccountId', '111122223333'],
    ['!Ref AWS::Region', 'eu-central-1'],
    ['!Ref AWS::Partition', 'aws'],
    ['!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['!Ref AWS::StackName', { Ref: 'AWS::StackName' }],
    ['!Ref AWS::StackId', { Ref: 'AWS::StackId' }],
    ['!Ref AWS::NotificationARNs', { Ref: 'AWS::NotificationARNs' }],
    ['!Ref AWS::NoValue', undefined],
    ['[a, !Ref AWS::NoValue, b]', ['a', 'b']],
    ['{ A: !Ref AWS::NoValue, B: { C: !Ref Days } }', { B: { C: 30 } }],
    ['!Ref Bucket', { Ref: 'Bucket' }],
    ['{ Ref: Name, Other: 1 }', { Ref: 'Name', Other: 1 }],
    // GetAtt
    ['!GetAtt Bucket.Arn', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
    ['{ "Fn::GetAtt": Bucket.A.B }', { 'Fn::GetAtt': ['Bucket', 'A.B'] }],
    ['!GetAtt [Bucket, !Ref Name]', { 'Fn::GetAtt': ['Bucket', 'logs'] }],
    // Sub
    ['!Sub "${Name}-${AWS::AccountId}-${Days}"', 'logs-111122223333-30'],
    ['!Sub nothing', 'nothing'],
    ['!Sub ""', ''],
    ['!Sub "${!Name}/${Name}"', '${Name}/logs'],
    ['!Sub "a ${Name} ${Bucket.Arn}"', { 'Fn::Sub': 'a logs ${Bucket.Arn}' }],
    ['!Sub "${!A}${Bucket}${Name}"', { 'Fn::Sub': '${!A}${Bucket}logs' }],
    ['!Sub ["${A}-${Name}", { A: !Ref Days, B: x }]', '30-logs'],
    ['!Sub ["${Name}", { Name: mine }]', 'mine'],
    ['!Sub ["${A.B}", { A.B: dotted }]', 'dotted'],
    [
      '!Sub ["${A} ${B}", { A: !GetAtt Bucket.Arn, B: !Ref Name }]',
      {
        'Fn::Sub': ['${A} logs', { A: { 'Fn::GetAtt': ['Bucket', 'Arn'] } }],
      },
    ],
    ['!Sub "$${Name}"', '$logs'],
    ['!Sub "${AWS::StackName}-x"', { 'Fn::Sub': '${AWS::StackName}-x' }],
    // Join
    ['!Join ["-", [a, !Ref Name, !Ref Days, true]]', 'a-logs-30-true'],
    ['!Join [",", !Ref Ports]', '80,443'],
    ['!Join ["", [a, !Ref AWS::NoValue, b]]', 'ab'],
    ['!Join ["", []]', ''],
    [
      '!Join ["", [!Ref Name, !GetAtt Bucket.Arn, /*]]',
      { 'Fn::Join': ['', ['logs', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] },
    ],
    ['!Join ["/", !Split [".", "a.b"]]', 'a/b'],
    // Select
    ['!Select [1, !Ref Zones]', 'b'],
    ['!Select ["0", [!Ref Days, x]]', 30],
    ['!Select [1, !Ref Ports]', 443],
    ['!Select [0, [!Ref AWS::NoValue, x]]', 'x'],
    [
      '!Select [1, [!ImportValue x, !GetAtt Bucket.Arn]]',
      { 'Fn::GetAtt': ['Bucket', 'Arn'] },
    ],
    [
      '!Select [0, !GetAtt Bucket.Zones]',
      { 'Fn::Select': [0, { 'Fn::GetAtt': ['Bucket', 'Zones'] }] },
    ],
    // Split
    ['!Split [",", "a, b"]', ['a', ' b']],
    ['!Split ["-", !Sub "${Name}-x"]', ['logs', 'x']],
    [
      '!Split [":", !GetAtt Bucket.Arn]',
      { 'Fn::Split': [':', { 'Fn::GetAtt': ['Bucket', 'Arn'] }] },
    ],
    // FindInMap
    ['!FindInMap [Stages, !Ref Name, size]', 5],
    ['!FindInMap [Stages, logs, zones]', ['x', 'y']],
    ['!Join ["", !FindInMap [Stages, logs, zones]]', 'xy'],
    ['!FindInMap [Stages, none, size, { DefaultValue: !Ref Days }]', 30],
    // If
    ['!If [Yes, !Ref Name, !ImportValue x]', 'logs'],
    ['!If [No, a, { B: !Ref Days }]', { B: 30 }],
    ['!If [No, a, !Ref AWS::NoValue]', undefined],
    ['[!If [No, a, !Ref AWS::NoValue], !If [Yes, b, c]]', ['b']],
    ['!Join ["", [!If [No, a, !Ref AWS::NoValue], b]]', 'b'],
    // Not calculated
    ['!Base64 { "Fn::Sub": "x ${Name}" }', { 'Fn::Base64': 'x logs' }],
    ['{ Condition: Yes }', { Condition: 'Yes' }],
    ['{ "Fn::Other": 1, Also: !Ref Days }', { 'Fn::Other': 1, Also: 30 }],
  ])('%s', (written, expected) => {
    const { value, said } = valueOf(written);
    expect(value).toEqual(expected);
    expect(said).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      '!Ref Nowhere',
      { Ref: 'Nowhere' },
      ['The parameter Nowhere has neither a value nor a default'],
    ],
    [
      '!Ref Image',
      { Ref: 'Image' },
      [
        'The parameter Image gets its value from Parameter Store only at launch',
      ],
    ],
    [
      '!Ref Missing',
      { Ref: 'Missing' },
      ['The template has no Missing to refer to'],
    ],
    ['!Ref Gone', { Ref: 'Gone' }, ['Gone is left out by its condition']],
    [
      '!GetAtt Gone.Arn',
      { 'Fn::GetAtt': ['Gone', 'Arn'] },
      ['Gone is left out by its condition'],
    ],
    [
      '!Sub "${Gone.Arn}${Missing}"',
      { 'Fn::Sub': '${Gone.Arn}${Missing}' },
      [
        'Gone is left out by its condition',
        'The template has no Missing to refer to',
      ],
    ],
    [
      '!Sub "${Zones}"',
      { 'Fn::Sub': '${Zones}' },
      ['Fn::Sub takes texts only, and Zones is none'],
    ],
    [
      '!ImportValue { "Fn::Sub": "${Name}-vpc" }',
      { 'Fn::ImportValue': 'logs-vpc' },
      [
        'Fn::ImportValue takes a value of another stack, which is known only at launch',
      ],
    ],
    [
      '!Join ["-", [!Ref Name, !ImportValue x]]',
      { 'Fn::Join': ['-', ['logs', { 'Fn::ImportValue': 'x' }]] },
      [
        'Fn::ImportValue takes a value of another stack, which is known only at launch',
      ],
    ],
    [
      '!Select [0, !GetAZs { Ref: AWS::Region }]',
      { 'Fn::Select': [0, { 'Fn::GetAZs': 'eu-central-1' }] },
      [
        'Fn::GetAZs asks for availability zones, which are known only at launch',
      ],
    ],
    [
      '!Cidr [!Ref Name, 2, 8]',
      { 'Fn::Cidr': ['logs', 2, 8] },
      ['Fn::Cidr is calculated only at launch'],
    ],
    [
      '!Transform { Name: AWS::Include, Parameters: { Location: !Ref Name } }',
      {
        'Fn::Transform': {
          Name: 'AWS::Include',
          Parameters: { Location: 'logs' },
        },
      },
      ['Fn::Transform has a macro write this part at launch'],
    ],
    [
      '{ "Fn::Transform": { Name: M }, Days: !Ref Days }',
      { 'Fn::Transform': { Name: 'M' }, Days: 30 },
      ['Fn::Transform has a macro write this part at launch'],
    ],
    [
      '{ "Fn::ForEach::Each": [X, [a], { "${X}": !Ref X }], B: !Ref Days }',
      { 'Fn::ForEach::Each': ['X', ['a'], { '${X}': { Ref: 'X' } }], B: 30 },
      ['Fn::ForEach writes this part only at launch'],
    ],
    [
      '"{{resolve:secretsmanager:a:SecretString:b}}"',
      '{{resolve:secretsmanager:a:SecretString:b}}',
      ['A dynamic reference ({{resolve:…}}) is read only at launch'],
    ],
    [
      '!Ref Lookup',
      '{{resolve:ssm:/a}}',
      ['A dynamic reference ({{resolve:…}}) is read only at launch'],
    ],
    [
      '!Sub "{{resolve:ssm:/${Name}}}"',
      '{{resolve:ssm:/logs}}',
      ['A dynamic reference ({{resolve:…}}) is read only at launch'],
    ],
    [
      '!Sub "{{resolve:ssm:/${Bucket}}}"',
      { 'Fn::Sub': '{{resolve:ssm:/${Bucket}}}' },
      ['A dynamic reference ({{resolve:…}}) is read only at launch'],
    ],
    [
      '!Join ["", ["{{res", "olve:ssm:/a}}"]]',
      '{{resolve:ssm:/a}}',
      ['A dynamic reference ({{resolve:…}}) is read only at launch'],
    ],
    [
      '!FindInMap [Stages, !Ref Name, depth]',
      { 'Fn::FindInMap': ['Stages', 'logs', 'depth'] },
      ['The mapping Stages has no value at logs, depth'],
    ],
    [
      '!FindInMap [Nothing, a, b]',
      { 'Fn::FindInMap': ['Nothing', 'a', 'b'] },
      ['The mapping Nothing has no value at a, b'],
    ],
    [
      '!FindInMap [Stages, __proto__, constructor]',
      { 'Fn::FindInMap': ['Stages', '__proto__', 'constructor'] },
      ['The mapping Stages has no value at __proto__, constructor'],
    ],
    [
      '!Select [7, !Ref Zones]',
      { 'Fn::Select': [7, ['a', 'b', 'c']] },
      ['Fn::Select asks for an item that its list does not have'],
    ],
    [
      '!Join ["", [!Ref Zones]]',
      { 'Fn::Join': ['', [['a', 'b', 'c']]] },
      ['Fn::Join takes a list of texts only'],
    ],
    [
      '!Split ["", abc]',
      { 'Fn::Split': ['', 'abc'] },
      ['Fn::Split takes two texts only'],
    ],
    [
      '!If [Maybe, !Ref Name, !Ref AWS::NoValue]',
      { 'Fn::If': ['Maybe', 'logs', { Ref: 'AWS::NoValue' }] },
      [
        "The condition Maybe can't be evaluated. The parameter Image gets its value from Parameter Store only at launch",
      ],
    ],
    [
      '!If [Unheard, a, b]',
      { 'Fn::If': ['Unheard', 'a', 'b'] },
      [
        "The condition Unheard can't be evaluated. The template has no condition Unheard",
      ],
    ],
  ])('%s is said', (written, expected, reasons) => {
    const { value, said } = valueOf(written);
    expect(value).toEqual(expected);
    expect(said).toEqual(reasons);
  });

  it.each([
    ['Ref', '{ Ref: [a] }'],
    ['Fn::GetAtt', '{ "Fn::GetAtt": {} }'],
    ['Fn::GetAtt', '!GetAtt Bucket'],
    ['Fn::Sub', '!Sub [a]'],
    ['Fn::Sub', '!Sub [a, {}, b]'],
    ['Fn::Sub', '!Sub { a: b }'],
    ['Fn::Join', '!Join [a]'],
    ['Fn::Select', '!Select 1'],
    ['Fn::Split', '!Split [a, b, c]'],
    ['Fn::FindInMap', '!FindInMap [a, b]'],
    ['Fn::FindInMap', '!FindInMap [a, b, c, d]'],
    ['Fn::If', '!If [Yes, b]'],
    ['Fn::If', '!If [{ Condition: Yes }, b, c]'],
  ])('%s is said to be wrong where it is written as %s', (name, written) => {
    expect(valueOf(written).said).toEqual([
      `${name} is not written as CloudFormation reads it`,
    ]);
  });

  it.each([
    ['a${Bucket}b', 'a${!Bucket}b-${Bucket}'],
    ['${!Bucket}', '${!!Bucket}-${Bucket}'],
    ['$', '$-${Bucket}'],
  ])('keep the value %s from being read as a reference', (Name, text) => {
    expect(valueOf('!Sub "${Name}-${Bucket}"', { Name }).value).toEqual({
      'Fn::Sub': text,
    });
    expect(valueOf('!Sub "${Name}"', { Name }).value).toBe(Name);
  });

  it('keep a value from making a reference with the text after it', () => {
    expect(
      valueOf('!Sub "${Name}{Bucket}-${Bucket}"', { Name: '$' }).value,
    ).toEqual({ 'Fn::Sub': '${!Bucket}-${Bucket}' });
  });
});
