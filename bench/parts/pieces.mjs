/** What several parts are made of; `flip` decides where one of them violates a rule. */

export const ref = name => ({ Ref: name });
export const arn = name => ({ 'Fn::GetAtt': [name, 'Arn'] });
export const sub = text => ({ 'Fn::Sub': text });

export const bucket = flip => ({
  Type: 'AWS::S3::Bucket',
  DeletionPolicy: 'Retain',
  Properties: {
    VersioningConfiguration: { Status: flip() ? 'Suspended' : 'Enabled' },
    ...(flip()
      ? {}
      : {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
        }),
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: flip() ? 'AES256' : 'aws:kms',
          },
        },
      ],
    },
    LifecycleConfiguration: {
      Rules: [{ Id: 'expire', Status: 'Enabled', ExpirationInDays: 365 }],
    },
  },
});

export const role = service => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    Policies: [
      {
        PolicyName: 'work',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject'],
              Resource: sub('arn:${AWS::Partition}:s3:::data-${AWS::Region}/*'),
            },
          ],
        },
      },
    ],
  },
});

export const logGroup = flip => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: flip() ? {} : { RetentionInDays: 365, KmsKeyId: arn('Key') },
});

export const securityGroup = flip => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: {
    GroupDescription: 'Traffic of the service',
    VpcId: ref('VpcId'),
    SecurityGroupIngress: [
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        CidrIp: flip() ? '0.0.0.0/0' : '10.0.0.0/8',
        Description: 'HTTPS',
      },
    ],
  },
});
