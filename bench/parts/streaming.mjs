import { ref } from './pieces.mjs';

export function streaming(p, flip) {
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
