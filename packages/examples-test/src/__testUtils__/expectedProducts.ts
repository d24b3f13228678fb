/** What one product is there to show, by the names of its versions. */
export interface ExpectedProduct {
  /** Chosen for what has no default; what isn't named here has its default. */
  values: Record<string, string>;
  /** The rules that fail in production and block there, in the order of the alphabet, and no others. */
  versions: Record<string, string[]>;
}

const clean: string[] = [];

export const expectedProducts: Record<string, ExpectedProduct> = {
  'customer-website': {
    values: {},
    versions: { 'v1.0': clean },
  },
  'encrypted-bucket': {
    values: { BucketPrefix: 'receipts', Owner: 'payments' },
    versions: {
      'v1.0': [
        'control-tower/s3_bucket_logging_enabled_check',
        'control-tower/s3_bucket_object_lock_enabled_check',
        'control-tower/s3_event_notifications_enabled_check',
      ],
      'v2.0': clean,
      'v2.1': clean,
    },
  },
  'key-value-table': {
    values: { TableName: 'orders', Owner: 'payments' },
    versions: { 'v1.0': clean, 'v1.1': clean, 'v2.0': clean },
  },
  'message-queue': {
    values: { QueueName: 'orders', Environment: 'production' },
    versions: { 'v1.0': clean },
  },
  'platform-pipeline': {
    values: {
      ServiceName: 'payments-api',
      Service: 'component:default/payments-api',
      Owner: 'payments',
      Repository: 'https://github.com/meridian/payments-api',
      ConnectionArn:
        'arn:aws:codeconnections:eu-central-1:444455556666:connection/6f1c0e2a-7d3b-4c55-9e08-2b7f4a91d3c6',
    },
    versions: { 'v1.0': clean, 'v2.0': clean },
  },
  'postgres-database': {
    values: {
      DatabaseName: 'ledger',
      MasterPassword: 'correct-horse-battery',
      Subnets: 'subnet-0a1b2c3d,subnet-4e5f6a7b',
    },
    versions: {
      'v0.9': [
        'control-tower/rds_instance_backup_enabled_check',
        'control-tower/rds_instance_copy_tags_to_snapshots_enabled_check',
        'control-tower/rds_instance_deletion_protection_enabled_check',
        'control-tower/rds_instance_enhanced_monitoring_enabled_check',
        'control-tower/rds_instance_iam_authentication_enabled_check',
        'control-tower/rds_instance_logging_enabled_check',
        'control-tower/rds_instance_multi_az_support_check',
        'control-tower/rds_instance_no_default_ports_check',
        'control-tower/rds_instance_public_access_check',
        'control-tower/rds_instance_storage_encrypted_check',
        'control-tower/rds_storage_encrypted_kms_key_check',
        'meridian/data_store_names_owner',
        'meridian/data_store_protected',
        'meridian/database_encrypted',
        'meridian/database_not_public',
      ],
    },
  },
};
