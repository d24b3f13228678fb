import { pseudo, resolve } from './__testUtils__/resolve';
import { resolveTemplate } from './resolveTemplate';

describe('resolveTemplate', () => {
  it('reads YAML and JSON alike, and writes JSON with long forms', () => {
    const yaml = `
AWSTemplateFormatVersion: 2010-09-09
Resources:
  A:
    Type: AWS::S3::Bucket
    Properties:
      Key: !GetAtt K.Arn
`;
    const json = {
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        A: {
          Type: 'AWS::S3::Bucket',
          Properties: { Key: { 'Fn::GetAtt': ['K', 'Arn'] } },
        },
      },
    };
    expect(resolve(yaml).content).toBe(JSON.stringify(json, undefined, 2));
    expect(resolve(json).content).toBe(JSON.stringify(json, undefined, 2));
  });

  it('leaves the sections as they are that rules do not judge', () => {
    const rest = {
      Description: 'About ${Name}',
      Metadata: { A: { Ref: 'Name' } },
      Parameters: { Name: { Type: 'String', Default: 'a' } },
      Mappings: { M: { a: { b: 1 } } },
      Rules: { R: { Assertions: [{ Assert: { Ref: 'Name' } }] } },
    };
    expect(resolve({ ...rest, Resources: {} }).root).toEqual({
      ...rest,
      Resources: {},
    });
  });

  it('fills what a resource has beside its properties, and outputs', () => {
    const { root, unresolved } = resolve({
      Parameters: { Name: { Type: 'String', Default: 'a' } },
      Resources: {
        A: {
          Metadata: { B: { Ref: 'Name' } },
          DeletionPolicy: { Ref: 'Name' },
        },
      },
      Outputs: {
        O: { Value: { 'Fn::ImportValue': { Ref: 'Name' } } },
      },
    });
    expect(root.Resources.A).toEqual({
      Metadata: { B: 'a' },
      DeletionPolicy: 'a',
    });
    expect(root.Outputs.O).toEqual({ Value: { 'Fn::ImportValue': 'a' } });
    expect(unresolved).toEqual([
      {
        propertyPath: '/Outputs/O/Value',
        reason:
          'Fn::ImportValue takes a value of another stack, which is known only at launch',
      },
    ]);
  });

  it('leaves a pseudo parameter that it is not told', () => {
    const { root, unresolved } = resolve(
      'Resources: { A: { B: !Sub "arn:${AWS::Partition}:${AWS::Region}" } }',
      {},
      { accountId: pseudo.accountId, region: pseudo.region },
    );
    expect(root.Resources.A).toEqual({
      B: { 'Fn::Sub': 'arn:${AWS::Partition}:eu-central-1' },
    });
    expect(unresolved).toEqual([]);
  });

  it.each([
    [
      'AWS::Serverless-2016-10-31',
      'The macro AWS::Serverless-2016-10-31 changes the template at launch',
    ],
    ['[A, B]', 'Macros change the template at launch: A, B'],
    [
      '{ Name: AWS::Include, Parameters: { Location: s3://a } }',
      'The macro AWS::Include changes the template at launch',
    ],
  ])('says that %s changes the template', (transform, reason) => {
    const { unresolved, root } = resolve(
      `Transform: ${transform}\nResources: {}`,
    );
    expect(unresolved).toEqual([{ propertyPath: '/Transform', reason }]);
    expect(root).toHaveProperty('Transform');
  });

  it('says where macros write sections', () => {
    const include = { Name: 'AWS::Include' };
    const loop = ['X', ['a'], { 'A${X}': { Type: { Ref: 'X' } } }];
    const { root, unresolved } = resolve({
      'Fn::Transform': include,
      Parameters: { 'Fn::Transform': include },
      Mappings: { 'Fn::Transform': include },
      Conditions: { 'Fn::ForEach::C': loop },
      Resources: { 'Fn::ForEach::R': loop, A: { Type: 'A' } },
      Outputs: { 'Fn::ForEach::O': loop },
    });
    expect(unresolved.map(({ propertyPath }) => propertyPath)).toEqual([
      '/Parameters/Fn::Transform',
      '/Mappings/Fn::Transform',
      '/Conditions/Fn::ForEach::C',
      '/Fn::Transform',
      '/Resources/Fn::ForEach::R',
      '/Outputs/Fn::ForEach::O',
    ]);
    expect(root.Resources).toEqual({
      'Fn::ForEach::R': loop,
      A: { Type: 'A' },
    });
  });

  it('says how many more than a hundred parts there are', () => {
    const { unresolved } = resolve({
      Resources: {
        A: {
          B: Array.from({ length: 142 }, () => ({ 'Fn::ImportValue': 'x' })),
        },
      },
    });
    expect(unresolved).toHaveLength(101);
    expect(unresolved[99].propertyPath).toBe('/Resources/A/B/99');
    expect(unresolved[100]).toEqual({
      propertyPath: '/',
      reason: "42 more parts can't be known before the launch",
    });
  });

  it('changes nothing of what it is given', () => {
    const values = Object.freeze({
      parameters: Object.freeze({ P: 'x' }),
      pseudo: Object.freeze({ ...pseudo }),
    });
    const text = 'Parameters: {P: {Type: String}}\nResources: {A: {B: !Ref P}}';
    expect(resolveTemplate(text, values)).toEqual(
      resolveTemplate(text, values),
    );
  });
});
