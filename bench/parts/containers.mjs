import { ref, arn, sub, role, logGroup, securityGroup } from './pieces.mjs';

export function containers(p, flip) {
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
