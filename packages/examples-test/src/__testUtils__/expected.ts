import {
  DocumentFormat,
  OverallVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';

/** What one document of a service is there to show. */
export interface ExpectedDocument {
  format: DocumentFormat;
  /** The rules that fail, `<pack>/<RULE_NAME>` in the order of the alphabet, and no others. */
  fails: string[];
  /** What the error of a document that can't be read looks like. */
  error?: unknown;
}

/** What one service is there to show; documents are absent where it has no annotation. */
export interface ExpectedService {
  verdict: OverallVerdict;
  /** True where a failing rule would stop a deployment to production. */
  blocks?: boolean;
  documents?: Record<string, ExpectedDocument>;
}

const clean = (format: DocumentFormat): ExpectedDocument => ({
  format,
  fails: [],
});

export const expectedServices: Record<string, ExpectedService> = {
  'audit-trail': {
    verdict: 'pass',
    documents: {
      'infra/alarms.yaml': clean('cloudformation-yaml'),
      'infra/trail.yaml': clean('cloudformation-yaml'),
    },
  },
  'card-authorisation': {
    verdict: 'unknown',
    documents: {
      'infra/alarms.yaml': clean('cloudformation-yaml'),
      'infra/template.yaml': {
        format: 'unknown',
        fails: [],
        error: expect.stringMatching(/line \d+/),
      },
    },
  },
  'collections-desk': {
    verdict: 'fail',
    blocks: true,
    documents: {
      'infra/stack.json': {
        format: 'cloudformation-json',
        fails: [
          'control-tower/cloudwatch_alarm_action_check',
          'control-tower/ec2_encrypted_volumes_check',
          'control-tower/ec2_instance_detailed_monitoring_enabled_check',
          'control-tower/ec2_instance_nitro_encryption_in_transit_check',
          'control-tower/ec2_instance_nitro_instance_type_check',
          'control-tower/ec2_instance_no_public_ip_check',
          'control-tower/elb_connection_draining_enabled_check',
          'control-tower/elb_cross_zone_load_balancing_enabled_check',
          'control-tower/elb_logging_enabled_check',
          'control-tower/elb_multiple_az_check',
          'control-tower/elb_tls_https_listeners_only_check',
          'control-tower/iam_inline_policy_no_statements_with_full_access_check',
          'control-tower/iam_user_no_policies_check',
          'control-tower/rds_instance_backup_enabled_check',
          'control-tower/rds_instance_copy_tags_to_snapshots_enabled_check',
          'control-tower/rds_instance_default_admin_check',
          'control-tower/rds_instance_deletion_protection_enabled_check',
          'control-tower/rds_instance_enhanced_monitoring_enabled_check',
          'control-tower/rds_instance_iam_authentication_enabled_check',
          'control-tower/rds_instance_logging_enabled_check',
          'control-tower/rds_instance_multi_az_support_check',
          'control-tower/rds_instance_no_default_ports_check',
          'control-tower/rds_instance_public_access_check',
          'control-tower/rds_instance_storage_encrypted_check',
          'control-tower/rds_storage_encrypted_kms_key_check',
          'control-tower/s3_bucket_acl_prohibited_check',
          'control-tower/s3_bucket_default_encryption_kms_check',
          'control-tower/s3_bucket_level_public_access_prohibited_check',
          'control-tower/s3_bucket_logging_enabled_check',
          'control-tower/s3_bucket_object_lock_enabled_check',
          'control-tower/s3_bucket_versioning_enabled_check',
          'control-tower/s3_event_notifications_enabled_check',
          'control-tower/s3_lifecycle_policy_check',
          'control-tower/vpc_sg_open_only_to_authorized_ports_check',
          'control-tower/vpc_sg_restricted_common_ports_check',
          'meridian/data_store_names_owner',
          'meridian/data_store_protected',
          'meridian/database_encrypted',
          'meridian/database_not_public',
          'meridian/no_plaintext_secret',
          'meridian/security_group_not_open_to_internet',
        ],
      },
    },
  },
  'credit-scoring': {
    verdict: 'pass',
    documents: { 'terraform/plan.json': clean('terraform-plan') },
  },
  'customer-vault': {
    verdict: 'fail',
    blocks: true,
    documents: {
      'infra/vault.yaml': {
        format: 'cloudformation-yaml',
        fails: [
          'control-tower/cloudwatch_log_group_retention_period_check',
          'control-tower/iam_managed_policy_no_statements_with_full_access_check',
          'control-tower/kms_key_rotation_enabled_check',
          'meridian/log_group_retained',
        ],
      },
    },
  },
  'fraud-notebooks': { verdict: 'unknown' },
  'kyc-screening': {
    verdict: 'fail',
    blocks: true,
    documents: {
      'terraform/plan.json': {
        format: 'terraform-plan',
        fails: ['meridian/tf_s3_bucket_policy_not_public'],
      },
    },
  },
  ledger: {
    verdict: 'pass',
    documents: {
      'cdk.out/LedgerData.template.json': clean('cdk'),
      'cdk.out/LedgerService.template.json': clean('cdk'),
    },
  },
  'loan-calculator': {
    verdict: 'pass',
    documents: { 'infra/site.yaml': clean('cloudformation-yaml') },
  },
  'loan-origination': {
    verdict: 'fail',
    blocks: true,
    documents: {
      'terraform/plan.json': {
        format: 'terraform-plan',
        fails: [
          'meridian/tf_database_encrypted',
          'meridian/tf_database_not_public',
          'meridian/tf_no_plaintext_secret',
          'meridian/tf_security_group_not_open_to_internet',
        ],
      },
    },
  },
  'payments-api': {
    verdict: 'fail',
    blocks: true,
    documents: {
      'infra/data.yaml': clean('cloudformation-yaml'),
      'infra/receipts.yaml': {
        format: 'cloudformation-yaml',
        fails: [
          'control-tower/s3_bucket_default_encryption_kms_check',
          'control-tower/s3_bucket_level_public_access_prohibited_check',
          'meridian/s3_bucket_policy_not_public',
        ],
      },
      'infra/service.yaml': {
        format: 'cloudformation-yaml',
        fails: [
          'control-tower/vpc_sg_open_only_to_authorized_ports_check',
          'control-tower/vpc_sg_restricted_common_ports_check',
          'meridian/security_group_not_open_to_internet',
        ],
      },
    },
  },
  'service-handbook': { verdict: 'unknown', documents: {} },
  'settlement-batch': {
    verdict: 'fail',
    blocks: false,
    documents: {
      'infra/settlement.template.json': {
        format: 'cloudformation-json',
        fails: ['meridian/data_store_names_owner'],
      },
    },
  },
  'workload-network': {
    verdict: 'pass',
    documents: { 'infra/network.yaml': clean('cloudformation-yaml') },
  },
};
