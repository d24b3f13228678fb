import { resolve, surroundings } from '../__testUtils__/resolve';

/** Whether a resource with the condition is there, and why not known. */
function tell(
  condition: string,
  parameters: Record<string, string | undefined> = {},
) {
  const { root, unresolved } = resolve(
    `${surroundings.replace(
      'Conditions:',
      `Conditions:\n  Tested: ${condition}`,
    )}  Tested: { Type: A, Condition: Tested, V: !If [Tested, 1, 2] }\n`,
    parameters,
  );
  const own = unresolved.filter(({ resource }) => resource === 'Tested');
  if (!root.Resources.Tested) {
    return false;
  }
  return own.length === 0 ? true : own.map(({ reason }) => reason);
}

describe('conditions', () => {
  it.each<[string, boolean]>([
    ['!Equals [a, a]', true],
    ['!Equals [a, A]', false],
    ['!Equals [!Ref Days, 30]', true],
    ['!Equals [!Ref Days, "30"]', true],
    ['!Equals ["true", true]', true],
    ['!Equals [!Ref Name, !FindInMap [Stages, logs, size]]', false],
    ['!Equals [5, !FindInMap [Stages, !Ref Name, size]]', true],
    ['!Equals [!Select [1, !Ref Zones], b]', true],
    ['!Equals [!Join [",", !Ref Zones], "a,b,c"]', true],
    ['!Equals [!Ref AWS::Region, eu-central-1]', true],
    ['!Equals [!Ref Password, s3cr3t-value]', true],
    ['!Equals [!Ref Password, other]', false],
    ['!Equals [!FindInMap [Stages, !Ref Password, size], 6]', true],
    ['!Equals [!Select [1, !Ref Keys], s3cr3t-2]', true],
    ['!Not [!Equals [a, a]]', false],
    ['!Not [!Condition No]', true],
    ['!And [!Condition Yes, !Equals [a, a]]', true],
    ['!And [!Condition Yes, !Condition No]', false],
    ['!Or [!Condition No, !Condition Yes]', true],
    ['!Or [!Condition No, !Condition No]', false],
    ['{ Condition: Yes }', true],
    ['!Condition No', false],
    ['!Equals [!If [Yes, a, b], a]', true],
    // What is not known does not matter here.
    ['!And [!Condition Maybe, !Condition No]', false],
    ['!Or [!Condition Maybe, !Condition Yes]', true],
    ['!Not [!And [!Condition No, !Condition Maybe]]', true],
  ])('%s is %s', (condition, expected) => {
    expect(tell(condition)).toBe(expected);
  });

  it.each([
    [
      '!Equals [!Ref Image, x]',
      'The parameter Image gets its value from Parameter Store only at launch',
    ],
    [
      '!Not [!Condition Maybe]',
      'The parameter Image gets its value from Parameter Store only at launch',
    ],
    [
      '!And [!Condition Yes, !Condition Maybe]',
      'The parameter Image gets its value from Parameter Store only at launch',
    ],
    [
      '!Or [!Condition No, !Condition Maybe]',
      'The parameter Image gets its value from Parameter Store only at launch',
    ],
    [
      '!Equals [!Ref Nowhere, x]',
      'The parameter Nowhere has neither a value nor a default',
    ],
    [
      '!Equals [!Ref AWS::StackName, x]',
      'AWS::StackName is known only at launch',
    ],
    ['!Equals [!Ref Bucket, x]', 'Bucket is known only once it is created'],
    [
      '!Equals [!Ref Lookup, x]',
      'A dynamic reference ({{resolve:…}}) is read only at launch',
    ],
    [
      '!Equals [!FindInMap [Stages, none, size], x]',
      'The mapping Stages has no value at none, size',
    ],
    ['!Equals [!Ref AWS::NoValue, x]', 'AWS::NoValue is no value'],
    ['!Equals [!Ref Zones, x]', 'Fn::Equals compares single values only'],
    ['!Condition Unheard', 'The template has no condition Unheard'],
    ['yes', 'It is not written as CloudFormation writes conditions'],
    ['!Not yes', 'It is not written as CloudFormation writes conditions'],
    ['!And []', 'It is not written as CloudFormation writes conditions'],
    ['!Equals [a]', 'It is not written as CloudFormation writes conditions'],
    [
      '!Contains [[a], a]',
      'It is not written as CloudFormation writes conditions',
    ],
  ])('%s is not told', (condition, why) => {
    const reason = `The condition Tested can't be evaluated. ${why}`;
    expect(tell(condition)).toEqual([reason, reason]);
  });

  it.each([
    ['A: !Not [!Condition A]', 'A refers to itself'],
    [
      'A: !Condition B\n  B: !Condition C\n  C: !Condition A',
      'A refers to itself by way of B, C',
    ],
    ['A: !Condition B\n  B: !Equals [!If [B, x, y], x]', 'B refers to itself'],
  ])('refuses the circle in %s', (conditions, message) => {
    expect(() =>
      resolve(`Conditions:\n  ${conditions}\nResources: {}`),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: `The template's condition ${message}`,
      }),
    );
  });

  it('takes resources and outputs away, and what waits for them', () => {
    const { root, unresolved } = resolve(`
Conditions:
  Yes: !Equals [a, a]
  No: !Equals [a, b]
Resources:
  Here: { Type: A, Condition: Yes, DependsOn: [Gone, Also] }
  Also: { Type: A, DependsOn: Gone }
  Last: { Type: A, DependsOn: Here }
  Gone: { Type: A, Condition: No }
Outputs:
  Shown: { Value: !Ref Here, Condition: Yes }
  Hidden: { Value: !Ref Gone, Condition: No }
`);
    expect(root).toEqual({
      Conditions: {},
      Resources: {
        Here: { Type: 'A', DependsOn: ['Also'] },
        Also: { Type: 'A' },
        Last: { Type: 'A', DependsOn: 'Here' },
      },
      Outputs: { Shown: { Value: { Ref: 'Here' } } },
    });
    expect(unresolved).toEqual([]);
  });

  it('keeps what it can not tell, and says where', () => {
    const { root, unresolved } = resolve(`
Conditions:
  Known: !Equals [a, a]
  Maybe: !Equals [!Ref AWS::StackName, x]
Resources:
  A:
    Type: A
    Condition: Maybe
    Properties:
      List: [!Ref AWS::NoValue, !If [Maybe, { B: !ImportValue x }, c]]
Outputs:
  O: { Value: x, Condition: Maybe }
`);
    const reason =
      "The condition Maybe can't be evaluated. AWS::StackName is known only at launch";
    expect(root.Conditions).toEqual({
      Maybe: { 'Fn::Equals': [{ Ref: 'AWS::StackName' }, 'x'] },
    });
    expect(root.Resources.A).toEqual({
      Type: 'A',
      Condition: 'Maybe',
      Properties: {
        List: [{ 'Fn::If': ['Maybe', { B: { 'Fn::ImportValue': 'x' } }, 'c'] }],
      },
    });
    expect(unresolved).toEqual([
      { resource: 'A', propertyPath: '/Resources/A/Condition', reason },
      {
        resource: 'A',
        propertyPath: '/Resources/A/Properties/List/0',
        reason,
      },
      {
        resource: 'A',
        propertyPath: '/Resources/A/Properties/List/0/Fn::If/1/B',
        reason:
          'Fn::ImportValue takes a value of another stack, which is known only at launch',
      },
      { propertyPath: '/Outputs/O/Condition', reason },
    ]);
  });

  it('leaves the Condition of a policy alone', () => {
    const policy = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const { root } = resolve({
      Resources: { A: { Type: 'A', Properties: { Statement: [policy] } } },
    });
    expect(root.Resources.A).toMatchObject({
      Properties: { Statement: [policy] },
    });
  });
});
