import { ref, sub } from './pieces.mjs';

export function names(p) {
  const record = (type, value) => ({
    Type: 'AWS::Route53::RecordSet',
    Properties: {
      HostedZoneId: ref(`${p}Zone`),
      Name: sub('${AWS::StackName}.example.com'),
      Type: type,
      TTL: '300',
      ResourceRecords: [value],
    },
  });
  return {
    [`${p}Zone`]: {
      Type: 'AWS::Route53::HostedZone',
      Properties: { Name: 'example.com' },
    },
    [`${p}Record`]: record('CNAME', 'balancer.example.com'),
    [`${p}Proof`]: record('TXT', '"owner=payments"'),
    [`${p}Certificate`]: {
      Type: 'AWS::CertificateManager::Certificate',
      Properties: {
        DomainName: sub('${AWS::StackName}.example.com'),
        ValidationMethod: 'DNS',
      },
    },
  };
}
