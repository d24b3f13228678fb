import { Duration, RemovalPolicy, Stack, StackProps, Tags } from 'aws-cdk-lib';
import {
  InstanceClass,
  InstanceSize,
  InstanceType,
  SecurityGroup,
} from 'aws-cdk-lib/aws-ec2';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { IKey } from 'aws-cdk-lib/aws-kms';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
  DatabaseSecret,
  ParameterGroup,
} from 'aws-cdk-lib/aws-rds';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ArchiveBucket } from './archive-bucket';
import { EncryptionKey } from './encryption-key';
import { isolatedSubnets, workloadNetwork } from './network';

const YEARS_TO_KEEP_BOOKS = 10;

/** The journal, the archive of closed days, and what tells of new ones. */
export class LedgerDataStack extends Stack {
  readonly key: IKey;
  readonly journal: DatabaseCluster;
  readonly journalLogin: ISecret;
  readonly archive: IBucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    Tags.of(this).add('Owner', 'payments');

    this.key = new EncryptionKey(this, 'Key', 'The ledger at rest');
    this.journalLogin = new DatabaseSecret(this, 'JournalLogin', {
      username: 'ledger_owner',
      encryptionKey: this.key,
    });
    this.journal = this.addJournal(this.key);
    this.archive = new ArchiveBucket(this, 'ClosedDays', {
      encryptionKey: this.key,
      retention: Duration.days(YEARS_TO_KEEP_BOOKS * 366),
    });
    this.addClosedDaysQueue(this.archive, this.key);
  }

  private addJournal(key: IKey): DatabaseCluster {
    const vpc = workloadNetwork(this);
    const engine = DatabaseClusterEngine.auroraPostgres({
      version: AuroraPostgresEngineVersion.VER_16_6,
    });
    return new DatabaseCluster(this, 'Journal', {
      engine,
      vpc,
      vpcSubnets: isolatedSubnets,
      securityGroups: [
        new SecurityGroup(this, 'JournalSecurityGroup', {
          vpc,
          description: 'The journal; whoever may reach it adds a rule',
          allowAllOutbound: false,
        }),
      ],
      parameterGroup: new ParameterGroup(this, 'JournalParameters', {
        engine,
        description:
          'TLS only, and every change to a role or a table on record',
        parameters: {
          'rds.force_ssl': '1',
          shared_preload_libraries: 'pg_stat_statements,pgaudit',
          'pgaudit.log': 'ddl,role',
        },
      }),
      credentials: Credentials.fromSecret(this.journalLogin),
      defaultDatabaseName: 'ledger',
      writer: ClusterInstance.provisioned('Writer', INSTANCE),
      readers: [
        ClusterInstance.provisioned('Reader', {
          ...INSTANCE,
          promotionTier: 1,
        }),
      ],
      storageEncrypted: true,
      storageEncryptionKey: key,
      iamAuthentication: true,
      deletionProtection: true,
      backup: { retention: Duration.days(35), preferredWindow: '01:00-02:00' },
      preferredMaintenanceWindow: 'sun:03:00-sun:04:00',
      cloudwatchLogsExports: ['postgresql'],
      monitoringInterval: Duration.seconds(15),
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
  }

  private addClosedDaysQueue(archive: IBucket, encryptionMasterKey: IKey) {
    const common = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey,
      enforceSSL: true,
    };
    const deadLetters = new Queue(this, 'ReportingDeadLetters', {
      ...common,
      retentionPeriod: Duration.days(14),
    });
    (deadLetters.node.defaultChild as CfnQueue).redriveAllowPolicy = {
      redrivePermission: 'allowAll',
    };
    const reporting = new Queue(this, 'Reporting', {
      ...common,
      visibilityTimeout: Duration.minutes(15),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    new Rule(this, 'DayArchived', {
      description: 'Tells regulatory reporting that a day is closed',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [archive.bucketName] } },
      },
      targets: [new SqsQueue(reporting)],
    });
  }
}

const INSTANCE = {
  instanceType: InstanceType.of(InstanceClass.R7G, InstanceSize.XLARGE2),
  publiclyAccessible: false,
  autoMinorVersionUpgrade: true,
  enablePerformanceInsights: true,
};
