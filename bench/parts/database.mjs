import { ref, arn, role, securityGroup } from './pieces.mjs';

export function database(p, flip) {
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
