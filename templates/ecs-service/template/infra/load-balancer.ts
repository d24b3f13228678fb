import { Duration } from 'aws-cdk-lib';
import { IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  DesyncMitigationMode,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { fromAccount } from './account.js';
import { addAddress } from './address.js';
import { PORT } from './containers.js';
import { privateSubnets, publicSubnets } from './network.js';
import type { Settings } from './types.js';

interface Served {
  balancer: ApplicationLoadBalancer;
  targets: ApplicationTargetGroup;
  address: string;
}

/** HTTPS alone, to whoever the settings let in. */
export function addLoadBalancer(
  scope: Construct,
  vpc: IVpc,
  service: FargateService,
  settings: Settings,
): Served {
  const isPublic = settings.exposure === 'public';
  const securityGroup = new SecurityGroup(scope, 'BalancerSecurityGroup', {
    vpc,
    description: 'The load balancer; lets in HTTPS, and out to the containers',
    allowAllOutbound: false,
  });
  securityGroup.addIngressRule(
    isPublic
      ? Peer.anyIpv4()
      : Peer.prefixList(
          fromAccount('/platform/network/company-prefix-list-id'),
        ),
    Port.tcp(443),
    isPublic ? 'The internet' : 'The networks of the company',
  );

  const balancer = new ApplicationLoadBalancer(scope, 'Balancer', {
    vpc,
    vpcSubnets: isPublic ? publicSubnets : privateSubnets,
    internetFacing: isPublic,
    securityGroup,
    deletionProtection: true,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: DesyncMitigationMode.STRICTEST,
  });
  // `logAccessLogs` wants to know the region, and this goes to any.
  balancer.setAttribute('access_logs.s3.enabled', 'true');
  balancer.setAttribute(
    'access_logs.s3.bucket',
    fromAccount('/platform/logs/load-balancer-bucket'),
  );
  balancer.setAttribute('access_logs.s3.prefix', settings.name);

  const { address, certificate } = addAddress(scope, balancer, settings);
  const targets = balancer
    .addListener('Https', {
      protocol: ApplicationProtocol.HTTPS,
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      certificates: [certificate],
      open: false,
    })
    .addTargets('Targets', {
      protocol: ApplicationProtocol.HTTP,
      port: PORT,
      targets: [service],
      deregistrationDelay: Duration.seconds(30),
      healthCheck: { path: '/health', interval: Duration.seconds(10) },
    });

  if (isPublic) {
    new CfnWebACLAssociation(scope, 'Firewall', {
      resourceArn: balancer.loadBalancerArn,
      webAclArn: fromAccount('/platform/waf/regional-acl-arn'),
    });
  }
  return { balancer, targets, address };
}
