import {
  Certificate,
  CfnCertificate,
  ICertificate,
} from 'aws-cdk-lib/aws-certificatemanager';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { fromAccount } from './account.js';
import type { Settings } from './types.js';

/** Its name in the account's zone, and the certificate for it. */
export function addAddress(
  scope: Construct,
  balancer: ApplicationLoadBalancer,
  { name }: Settings,
): { address: string; certificate: ICertificate } {
  const hostedZoneId = fromAccount('/platform/dns/zone-id');
  const address = `${name}.${fromAccount('/platform/dns/zone-name')}`;
  new CfnRecordSet(scope, 'Record', {
    name: address,
    type: 'A',
    hostedZoneId,
    aliasTarget: {
      dnsName: balancer.loadBalancerDnsName,
      hostedZoneId: balancer.loadBalancerCanonicalHostedZoneId,
    },
  });
  const { ref } = new CfnCertificate(scope, 'Certificate', {
    domainName: address,
    validationMethod: 'DNS',
    domainValidationOptions: [{ domainName: address, hostedZoneId }],
  });
  return {
    address,
    certificate: Certificate.fromCertificateArn(scope, 'Issued', ref),
  };
}
