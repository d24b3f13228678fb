import { ref, arn, sub, role, logGroup } from './pieces.mjs';

export function functions(p, flip) {
  const one = handler => ({
    Type: 'AWS::Lambda::Function',
    Properties: {
      Handler: `${handler}.handler`,
      Runtime: flip() ? 'nodejs16.x' : 'nodejs20.x',
      Role: arn(`${p}Role`),
      MemorySize: 512,
      Timeout: 30,
      TracingConfig: { Mode: 'Active' },
      Code: { S3Bucket: ref('ArtifactBucket'), S3Key: `${handler}.zip` },
      Environment: { Variables: { TABLE: ref(`${p}Table`) } },
      ...(flip()
        ? {}
        : { VpcConfig: { SubnetIds: ref('SubnetIds'), SecurityGroupIds: [] } }),
    },
  });
  return {
    [`${p}Role`]: role('lambda.amazonaws.com'),
    [`${p}Reader`]: one('reader'),
    [`${p}Writer`]: one('writer'),
    [`${p}ReaderLogs`]: logGroup(flip),
    [`${p}WriterLogs`]: logGroup(flip),
    [`${p}Table`]: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: !flip(),
        },
      },
    },
    [`${p}Api`]: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: sub(`${p}-\${AWS::StackName}`),
        EndpointConfiguration: { Types: ['REGIONAL'] },
      },
    },
    [`${p}Stage`]: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: ref(`${p}Api`),
        StageName: 'live',
        TracingEnabled: !flip(),
        MethodSettings: [
          { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO' },
        ],
      },
    },
  };
}
