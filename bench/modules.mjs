/**
 * Parts that real templates are made of. Each answers some resources under a
 * prefix; `flip` decides, from the seed, where one of them violates a rule.
 */

const ref = name => ({ Ref: name });
const arn = name => ({ 'Fn::GetAtt': [name, 'Arn'] });
const sub = text => ({ 'Fn::Sub': text });

const bucket = flip => ({
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

const role = service => ({
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

const logGroup = flip => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: flip() ? {} : { RetentionInDays: 365, KmsKeyId: arn('Key') },
});

const securityGroup = flip => ({
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

function storage(p, flip) {
  return {
    [`${p}Data`]: bucket(flip),
    [`${p}Archive`]: bucket(flip),
    [`${p}AccessLogs`]: bucket(flip),
    [`${p}DataPolicy`]: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref(`${p}Data`),
        PolicyDocument: {
          Statement: [
            {
              Effect: flip() ? 'Allow' : 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [arn(`${p}Data`)],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  };
}

function database(p, flip) {
  return {
    [`${p}Subnets`]: {
      Type: 'AWS::RDS::DBSubnetGroup',
      Properties: {
        DBSubnetGroupDescription: 'Private subnets',
        SubnetIds: ref('SubnetIds'),
      },
    },
    [`${p}Database`]: {
      Type: 'AWS::RDS::DBInstance',
      DeletionPolicy: 'Snapshot',
      Properties: {
        Engine: 'postgres',
        EngineVersion: '15.6',
        DBInstanceClass: 'db.r6g.large',
        AllocatedStorage: '100',
        StorageEncrypted: !flip(),
        PubliclyAccessible: flip(),
        MultiAZ: !flip(),
        DeletionProtection: !flip(),
        BackupRetentionPeriod: 14,
        AutoMinorVersionUpgrade: true,
        CopyTagsToSnapshot: true,
        EnableIAMDatabaseAuthentication: !flip(),
        EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
        MonitoringInterval: 60,
        MonitoringRoleArn: arn(`${p}Monitoring`),
        DBSubnetGroupName: ref(`${p}Subnets`),
      },
    },
    [`${p}Monitoring`]: role('monitoring.rds.amazonaws.com'),
    [`${p}Secret`]: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { GenerateSecretString: { PasswordLength: 32 } },
    },
    [`${p}Group`]: securityGroup(flip),
  };
}

function messaging(p, flip) {
  const queue = extra => ({
    Type: 'AWS::SQS::Queue',
    Properties: {
      MessageRetentionPeriod: 1209600,
      ...(flip() ? {} : { KmsMasterKeyId: arn('Key') }),
      ...extra,
    },
  });
  return {
    [`${p}DeadLetters`]: queue({}),
    [`${p}Work`]: queue({
      RedrivePolicy: {
        deadLetterTargetArn: arn(`${p}DeadLetters`),
        maxReceiveCount: 5,
      },
    }),
    [`${p}Topic`]: {
      Type: 'AWS::SNS::Topic',
      Properties: flip() ? {} : { KmsMasterKeyId: arn('Key') },
    },
    [`${p}Subscription`]: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        TopicArn: ref(`${p}Topic`),
        Protocol: 'sqs',
        Endpoint: arn(`${p}Work`),
      },
    },
    [`${p}Rule`]: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(5 minutes)',
        Targets: [{ Id: 'queue', Arn: arn(`${p}Work`) }],
      },
    },
  };
}

function functions(p, flip) {
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

function containers(p, flip) {
  return {
    [`${p}Cluster`]: {
      Type: 'AWS::ECS::Cluster',
      Properties: {
        ClusterSettings: [
          { Name: 'containerInsights', Value: flip() ? 'disabled' : 'enabled' },
        ],
      },
    },
    [`${p}Task`]: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        NetworkMode: 'awsvpc',
        Cpu: '512',
        Memory: '1024',
        RequiresCompatibilities: ['FARGATE'],
        TaskRoleArn: arn(`${p}TaskRole`),
        ExecutionRoleArn: arn(`${p}TaskRole`),
        ContainerDefinitions: [
          {
            Name: 'app',
            Image: sub(
              '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:1',
            ),
            ReadonlyRootFilesystem: !flip(),
            Privileged: false,
            PortMappings: [{ ContainerPort: 8080 }],
            LogConfiguration: {
              LogDriver: 'awslogs',
              Options: { 'awslogs-group': ref(`${p}Logs`) },
            },
          },
        ],
      },
    },
    [`${p}TaskRole`]: role('ecs-tasks.amazonaws.com'),
    [`${p}Logs`]: logGroup(flip),
    [`${p}Service`]: {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: ref(`${p}Cluster`),
        TaskDefinition: ref(`${p}Task`),
        LaunchType: 'FARGATE',
        PlatformVersion: 'LATEST',
        DesiredCount: 2,
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            AssignPublicIp: flip() ? 'ENABLED' : 'DISABLED',
            Subnets: ref('SubnetIds'),
          },
        },
      },
    },
    [`${p}Balancer`]: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: {
        Scheme: 'internal',
        Subnets: ref('SubnetIds'),
        LoadBalancerAttributes: [
          { Key: 'deletion_protection.enabled', Value: String(!flip()) },
          {
            Key: 'routing.http.drop_invalid_header_fields.enabled',
            Value: 'true',
          },
        ],
      },
    },
    [`${p}Target`]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: {
        Port: 8080,
        Protocol: 'HTTP',
        TargetType: 'ip',
        VpcId: ref('VpcId'),
      },
    },
    [`${p}Listener`]: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: ref(`${p}Balancer`),
        Port: 443,
        Protocol: flip() ? 'HTTP' : 'HTTPS',
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        DefaultActions: [
          { Type: 'forward', TargetGroupArn: ref(`${p}Target`) },
        ],
      },
    },
    [`${p}Group`]: securityGroup(flip),
  };
}

function network(p, flip) {
  const subnet = zone => ({
    Type: 'AWS::EC2::Subnet',
    Properties: {
      VpcId: ref(`${p}Vpc`),
      CidrBlock: `10.${zone}.0.0/20`,
      MapPublicIpOnLaunch: flip(),
    },
  });
  return {
    [`${p}Vpc`]: {
      Type: 'AWS::EC2::VPC',
      Properties: { CidrBlock: '10.0.0.0/8', EnableDnsSupport: true },
    },
    [`${p}SubnetA`]: subnet(1),
    [`${p}SubnetB`]: subnet(2),
    [`${p}SubnetC`]: subnet(3),
    [`${p}Routes`]: {
      Type: 'AWS::EC2::RouteTable',
      Properties: { VpcId: ref(`${p}Vpc`) },
    },
    [`${p}Acl`]: {
      Type: 'AWS::EC2::NetworkAcl',
      Properties: { VpcId: ref(`${p}Vpc`) },
    },
    [`${p}FlowLog`]: {
      Type: 'AWS::EC2::FlowLog',
      Properties: {
        ResourceId: ref(`${p}Vpc`),
        ResourceType: 'VPC',
        TrafficType: 'ALL',
        LogGroupName: 'flows',
      },
    },
  };
}

function streaming(p, flip) {
  return {
    [`${p}Stream`]: {
      Type: 'AWS::Kinesis::Stream',
      Properties: {
        ShardCount: 2,
        ...(flip()
          ? {}
          : { StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('Key') } }),
      },
    },
    [`${p}Files`]: {
      Type: 'AWS::EFS::FileSystem',
      Properties: { Encrypted: !flip(), BackupPolicy: { Status: 'ENABLED' } },
    },
    [`${p}Search`]: {
      Type: 'AWS::OpenSearchService::Domain',
      Properties: {
        EngineVersion: 'OpenSearch_2.11',
        EncryptionAtRestOptions: { Enabled: !flip() },
        NodeToNodeEncryptionOptions: { Enabled: true },
        DomainEndpointOptions: { EnforceHTTPS: !flip() },
      },
    },
    [`${p}Cache`]: {
      Type: 'AWS::ElastiCache::ReplicationGroup',
      Properties: {
        ReplicationGroupDescription: 'Sessions',
        AtRestEncryptionEnabled: !flip(),
        TransitEncryptionEnabled: true,
        AutomaticFailoverEnabled: true,
      },
    },
  };
}

export const modules = [
  storage,
  database,
  messaging,
  functions,
  containers,
  network,
  streaming,
];
