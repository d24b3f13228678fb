import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

const ACCESS_LOGS = 'meridian-access-logs-111122223333-eu-central-1';

export interface ArchiveBucketProps {
  encryptionKey: IKey;
  /** How long nobody, not even the account's root, can delete an object. */
  retention: Duration;
}

/** A bucket for what has to be kept: written once, never public. */
export class ArchiveBucket extends Bucket {
  constructor(scope: Construct, id: string, props: ArchiveBucketProps) {
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(
        props.retention,
      ),
      serverAccessLogsBucket: Bucket.fromBucketName(
        scope,
        `${id}AccessLogs`,
        ACCESS_LOGS,
      ),
      serverAccessLogsPrefix: `ledger/${id}/`,
      lifecycleRules: [
        {
          id: 'cold-after-a-quarter',
          transitions: [
            {
              storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(90),
            },
          ],
        },
        {
          id: 'abandoned-uploads',
          abortIncompleteMultipartUploadAfter: Duration.days(3),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // `eventBridgeEnabled` would add a Lambda function to do the same.
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}
