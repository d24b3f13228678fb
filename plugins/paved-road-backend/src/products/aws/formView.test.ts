import { productFormSchema } from '@paved-road/backstage-plugin-paved-road-common';
import { toForm } from './formView';

const instructions = (metadata: unknown, rules?: unknown) => [
  { Type: 'metadata', Value: JSON.stringify(metadata) },
  ...(rules ? [{ Type: 'rules', Value: JSON.stringify(rules) }] : []),
];

describe('toForm', () => {
  it('reads limits, which AWS writes as texts', () => {
    const form = toForm({
      ProvisioningArtifactParameters: [
        {
          ParameterKey: 'Size',
          ParameterType: 'Number',
          DefaultValue: '20',
          Description: 'In GiB',
          ParameterConstraints: {
            MinValue: '0',
            MaxValue: '100',
            MinLength: '',
            MaxLength: 'many',
            AllowedValues: ['20', '50'],
            AllowedPattern: '^\\d+$',
            ConstraintDescription: 'has to be a number',
          },
        },
        { ParameterKey: 'Bare' },
        { ParameterType: 'String' },
      ],
    });
    expect(form.groups).toEqual([
      {
        label: undefined,
        parameters: [
          {
            key: 'Size',
            label: undefined,
            type: 'Number',
            default: '20',
            hasDefault: true,
            description: 'In GiB',
            noEcho: false,
            allowedValues: ['20', '50'],
            allowedPattern: '^\\d+$',
            minLength: undefined,
            maxLength: undefined,
            minValue: 0,
            maxValue: 100,
            constraintDescription: 'has to be a number',
          },
          expect.objectContaining({
            key: 'Bare',
            type: 'String',
            noEcho: false,
            allowedValues: [],
          }),
        ],
      },
    ]);
  });

  it('hands out no default of a secret', () => {
    const form = toForm({
      ProvisioningArtifactParameters: [
        { ParameterKey: 'Password', DefaultValue: 'hunter2', IsNoEcho: true },
      ],
    });
    expect(form.groups[0].parameters[0]).toMatchObject({
      noEcho: true,
      hasDefault: true,
    });
    expect(JSON.stringify(form)).not.toContain('hunter2');
  });

  it('groups as the template says, and keeps what it forgets', () => {
    const form = toForm({
      ProvisioningArtifactParameters: ['A', 'B', 'C'].map(ParameterKey => ({
        ParameterKey,
      })),
      UsageInstructions: instructions({
        'AWS::CloudFormation::Interface': {
          ParameterGroups: [
            { Label: { default: 'Storage' }, Parameters: ['C', 'Gone', 'C'] },
            { Parameters: ['A'] },
            { Label: { default: 'Empty' } },
          ],
          ParameterLabels: { C: { default: 'Capacity' } },
        },
      }),
    });
    expect(
      form.groups.map(({ label, parameters }) => [
        label,
        parameters.map(parameter => [parameter.key, parameter.label]),
      ]),
    ).toEqual([
      ['Storage', [['C', 'Capacity']]],
      [undefined, [['A', undefined]]],
      [undefined, [['B', undefined]]],
    ]);
  });

  it('tells rules, constraints, tags, the role and the outputs', () => {
    const form = toForm({
      UsageInstructions: [
        ...instructions(
          {},
          {
            Small: {
              Assertions: [
                { Assert: {}, AssertDescription: 'Only small ones' },
                { Assert: {} },
              ],
            },
          },
        ),
        {
          Type: 'launchAsRole',
          Value: 'arn:aws:iam::111122223333:role/launch',
        },
      ],
      ConstraintSummaries: [{ Type: 'LAUNCH', Description: 'By the role' }, {}],
      TagOptions: [
        { Key: 'cost-center', Values: ['1', '2'] },
        { Key: 'in-conflict', Values: [] },
      ],
      ProvisioningArtifactOutputKeys: [{ Key: 'Name', Description: '' }, {}],
    });
    expect(productFormSchema.parse({ ...form, readAt: 'now' })).toEqual({
      groups: [],
      tagOptions: [{ key: 'cost-center', values: ['1', '2'] }],
      constraints: [
        { type: 'LAUNCH', description: 'By the role' },
        { type: 'UNKNOWN', description: undefined },
      ],
      rules: [{ name: 'Small', assertions: ['Only small ones'] }],
      launchRole: 'arn:aws:iam::111122223333:role/launch',
      outputs: [{ key: 'Name', description: undefined }],
      readAt: 'now',
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"AWS::CloudFormation::Interface": []}'],
    ['null', 'null'],
  ])('keeps the parameters where the metadata are %s', (_, Value) => {
    const form = toForm({
      ProvisioningArtifactParameters: [{ ParameterKey: '__proto__' }],
      UsageInstructions: [{ Type: 'metadata', Value }],
    });
    expect(form.groups[0].parameters[0]).toMatchObject({
      key: '__proto__',
      label: undefined,
    });
  });
});
