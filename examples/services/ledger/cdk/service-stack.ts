import { Duration, RemovalPolicy, Stack, StackProps, Tags } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Alarm,
  ComparisonOperator,
  IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { IPeer, IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import {
  Cluster,
  ContainerImage,
  ContainerInsights,
  CpuArchitecture,
  FargatePlatformVersion,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  Secret as EcsSecret,
} from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  DesyncMitigationMode,
  HttpCodeTarget,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  DefinitionBody,
  IntegrationPattern,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import {
  EcsFargateLaunchTarget,
  EcsRunTask,
} from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { LedgerDataStack } from './data-stack';
import { EncryptionKey } from './encryption-key';
import { privateSubnets, workloadNetwork } from './network';

const PORT = 8443;
const IMAGE_DIGEST =
  'sha256:6f1d0a9c2b7e48f35d94c1e0b8a76f23d5e9c4018b6a7f2e3d1c0b9a8f7e6d5c';
const CERTIFICATE =
  'arn:aws:acm:eu-central-1:111122223333:certificate/5b0c9d1e-7f4a-4c32-9a68-2e1f0d3c4b5a';

export interface LedgerServiceStackProps extends StackProps {
  data: LedgerDataStack;
}

/** The booking service, and the task that closes the books every night. */
export class LedgerServiceStack extends Stack {
  private readonly data: LedgerDataStack;
  private readonly vpc: IVpc;
  private readonly key: EncryptionKey;
  private readonly logs: LogGroup;
  private readonly cluster: Cluster;
  private readonly journalLogin: ISecret;
  private readonly network: IPeer;
  private readonly tasks: SecurityGroup;

  constructor(scope: Construct, id: string, props: LedgerServiceStackProps) {
    super(scope, id, props);
    Tags.of(this).add('Owner', 'payments');

    this.data = props.data;
    this.vpc = workloadNetwork(this);
    this.key = new EncryptionKey(this, 'Key', 'Logs and alarms of the ledger');
    this.key.grantEncryptDecrypt(
      new ServicePrincipal('logs.eu-central-1.amazonaws.com'),
    );
    this.key.grantEncryptDecrypt(
      new ServicePrincipal('cloudwatch.amazonaws.com'),
    );
    this.logs = this.addLogGroup('Logs');
    this.cluster = new Cluster(this, 'Cluster', {
      vpc: this.vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });

    // By its ARN: a grant on the secret itself would make the data stack wait for this one.
    this.journalLogin = Secret.fromSecretCompleteArn(
      this,
      'JournalLogin',
      this.data.journalLogin.secretArn,
    );

    this.network = Peer.ipv4(this.vpc.vpcCidrBlock);
    this.tasks = this.addTasksSecurityGroup();

    const booking = this.addBookingService();
    const close = this.addEndOfDayClose();
    this.addAlarms([
      {
        id: 'BookingErrors',
        description: 'A booking was answered with a server error',
        metric: booking.errors,
      },
      {
        id: 'BooksStillOpen',
        description: 'The books of the day could not be closed',
        metric: close.metricFailed(),
      },
    ]);
  }

  private addLogGroup(id: string) {
    return new LogGroup(this, id, {
      encryptionKey: this.key,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private addTasksSecurityGroup() {
    const tasks = new SecurityGroup(this, 'TasksSecurityGroup', {
      vpc: this.vpc,
      description: 'The containers of the ledger',
      allowAllOutbound: false,
    });
    tasks.addEgressRule(this.network, Port.tcp(443), 'Interface endpoints');
    tasks.connections.allowTo(
      this.data.journal,
      Port.tcp(5432),
      'The containers book into the journal',
    );
    return tasks;
  }

  private addTask(id: string, command: string) {
    const task = new FargateTaskDefinition(this, id, {
      cpu: 2048,
      memoryLimitMiB: 4096,
      runtimePlatform: {
        cpuArchitecture: CpuArchitecture.ARM64,
        operatingSystemFamily: OperatingSystemFamily.LINUX,
      },
    });
    const container = task.addContainer('ledger', {
      image: ContainerImage.fromEcrRepository(
        Repository.fromRepositoryName(this, `${id}Image`, 'payments/ledger'),
        IMAGE_DIGEST,
      ),
      command: [command],
      user: '10001',
      privileged: false,
      readonlyRootFilesystem: true,
      memoryLimitMiB: 4096,
      logging: LogDrivers.awsLogs({
        logGroup: this.logs,
        streamPrefix: command,
      }),
      environment: {
        ARCHIVE_BUCKET: this.data.archive.bucketName,
        JOURNAL_HOST: this.data.journal.clusterEndpoint.hostname,
      },
      secrets: {
        JOURNAL_LOGIN: EcsSecret.fromSecretsManager(this.journalLogin),
      },
    });
    this.data.key.grantDecrypt(task.obtainExecutionRole());
    return { task, container };
  }

  private addBookingService() {
    const { task, container } = this.addTask('BookingTask', 'serve');
    container.addPortMappings({ containerPort: PORT });

    const service = new FargateService(this, 'Booking', {
      cluster: this.cluster,
      taskDefinition: task,
      platformVersion: FargatePlatformVersion.LATEST,
      desiredCount: 6,
      minHealthyPercent: 100,
      assignPublicIp: false,
      vpcSubnets: privateSubnets,
      securityGroups: [this.tasks],
      circuitBreaker: { rollback: true },
    });
    service
      .autoScaleTaskCount({ minCapacity: 6, maxCapacity: 30 })
      .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 55 });

    const balancer = this.addLoadBalancer();
    const listener = balancer.addListener('Https', {
      protocol: ApplicationProtocol.HTTPS,
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      certificates: [
        Certificate.fromCertificateArn(this, 'Certificate', CERTIFICATE),
      ],
      open: false,
    });
    listener.connections.allowDefaultPortFrom(
      this.network,
      'The workload network',
    );
    const target = listener.addTargets('Containers', {
      protocol: ApplicationProtocol.HTTPS,
      port: PORT,
      targets: [service],
      deregistrationDelay: Duration.seconds(45),
      healthCheck: { path: '/health', interval: Duration.seconds(10) },
    });
    return {
      errors: target.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT),
    };
  }

  private addLoadBalancer() {
    const balancer = new ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: this.vpc,
      vpcSubnets: privateSubnets,
      internetFacing: false,
      deletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: DesyncMitigationMode.STRICTEST,
    });
    balancer.logAccessLogs(
      Bucket.fromBucketName(
        this,
        'LoadBalancerLogs',
        'meridian-lb-logs-111122223333-eu-central-1',
      ),
      'ledger',
    );
    return balancer;
  }

  private addEndOfDayClose() {
    const { task } = this.addTask('CloseTask', 'close-day');
    this.data.archive.grantPut(task.taskRole);

    const machine = new StateMachine(this, 'EndOfDay', {
      tracingEnabled: true,
      timeout: Duration.hours(3),
      logs: {
        destination: this.addLogGroup('EndOfDayLogs'),
        level: LogLevel.ALL,
      },
      definitionBody: DefinitionBody.fromChainable(
        new EcsRunTask(this, 'CloseTheBooks', {
          integrationPattern: IntegrationPattern.RUN_JOB,
          cluster: this.cluster,
          taskDefinition: task,
          launchTarget: new EcsFargateLaunchTarget({
            platformVersion: FargatePlatformVersion.LATEST,
          }),
          subnets: privateSubnets,
          securityGroups: [this.tasks],
          assignPublicIp: false,
        }).addRetry({ maxAttempts: 2, interval: Duration.minutes(5) }),
      ),
    });
    new Rule(this, 'EveryEvening', {
      description: 'Ten past ten, after the last settlement window',
      schedule: Schedule.cron({ minute: '10', hour: '22' }),
      targets: [new SfnStateMachine(machine)],
    });
    return machine;
  }

  private addAlarms(
    alarms: { id: string; description: string; metric: IMetric }[],
  ) {
    const onCall = new Topic(this, 'OnCall', {
      masterKey: this.key,
      enforceSSL: true,
    });
    for (const { id, description, metric } of alarms) {
      new Alarm(this, id, {
        alarmDescription: description,
        metric,
        threshold: 0,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(onCall));
    }
  }
}
