import { CfnParameter, Duration } from 'aws-cdk-lib';
import { IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import {
  AvailabilityZoneRebalancing,
  Cluster,
  ContainerImage,
  ContainerInsights,
  CpuArchitecture,
  FargatePlatformVersion,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  PropagatedTagSource,
} from 'aws-cdk-lib/aws-ecs';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { privateSubnets } from './network.js';
import type { Settings } from './types.js';

export const PORT = 8080;
const MEMORY_MIB = 1024;

/** The containers, in private subnets, two at least. */
export function addContainers(
  scope: Construct,
  vpc: IVpc,
  logGroup: ILogGroup,
  settings: Settings,
): FargateService {
  const task = new FargateTaskDefinition(scope, 'Task', {
    family: settings.name,
    cpu: 512,
    memoryLimitMiB: MEMORY_MIB,
    runtimePlatform: {
      cpuArchitecture: CpuArchitecture.ARM64,
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
  });
  task.addContainer('service', {
    image: imageByDigest(scope, settings.name),
    user: '10001',
    privileged: false,
    readonlyRootFilesystem: true,
    memoryLimitMiB: MEMORY_MIB,
    stopTimeout: Duration.seconds(30),
    portMappings: [{ containerPort: PORT }],
    logging: LogDrivers.awsLogs({ logGroup, streamPrefix: 'service' }),
    environment: {
      JWT_AUDIENCE: settings.jwtAudience,
      JWT_ISSUER: settings.jwtIssuer,
      PORT: String(PORT),
    },
  });

  const securityGroup = new SecurityGroup(scope, 'ContainersSecurityGroup', {
    vpc,
    description: 'The containers; only the load balancer gets in',
    allowAllOutbound: false,
  });
  securityGroup.addEgressRule(
    Peer.anyIpv4(),
    Port.tcp(443),
    'The keys of the issuer of tokens, and the services of AWS',
  );

  const service = new FargateService(scope, 'Containers', {
    cluster: new Cluster(scope, 'Cluster', {
      vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    }),
    taskDefinition: task,
    platformVersion: FargatePlatformVersion.LATEST,
    vpcSubnets: privateSubnets,
    securityGroups: [securityGroup],
    assignPublicIp: false,
    availabilityZoneRebalancing: AvailabilityZoneRebalancing.ENABLED,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    healthCheckGracePeriod: Duration.seconds(30),
    propagateTags: PropagatedTagSource.SERVICE,
  });
  service
    .autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 })
    .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  return service;
}

/** The very image that the pipeline has built; a tag could mean another one tomorrow. */
function imageByDigest(scope: Construct, name: string): ContainerImage {
  const digest = new CfnParameter(scope, 'ImageDigest', {
    description: `The image that the pipeline has put into the repository ${name}`,
    allowedPattern: 'sha256:[0-9a-f]{64}',
  });
  const repository = Repository.fromRepositoryName(scope, 'Images', name);
  return {
    bind: (_, { taskDefinition }) => {
      repository.grantPull(taskDefinition.obtainExecutionRole());
      return {
        imageName: repository.repositoryUriForDigest(digest.valueAsString),
      };
    },
  };
}
