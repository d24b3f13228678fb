import { CfnOutput, Stack, StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAlarms } from './alarms.js';
import { addContainers } from './containers.js';
import { addLoadBalancer } from './load-balancer.js';
import { addLogs } from './logs.js';
import { platformNetwork } from './network.js';
import type { Settings } from './types.js';

interface ServiceStackProps extends StackProps {
  settings: Settings;
}

/** All that is deployed. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { settings } = props;
    Tags.of(this).add('Owner', settings.owner);
    Tags.of(this).add('DataClass', settings.dataClass);

    const vpc = platformNetwork(this);
    const logGroup = addLogs(this, settings);
    const service = addContainers(this, vpc, logGroup, settings);
    const { balancer, targets, address } = addLoadBalancer(
      this,
      vpc,
      service,
      settings,
    );
    addAlarms(this, { balancer, targets, service, logGroup }, settings);

    new CfnOutput(this, 'ServiceUrl', {
      description: 'Where it is called',
      value: `https://${address}`,
    });
  }
}
