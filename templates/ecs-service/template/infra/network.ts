import { IVpc, SubnetSelection, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { fromAccount } from './account.js';

const subnets = (kind: string) =>
  ['1', '2'].map(zone =>
    fromAccount(`/platform/network/${kind}-subnet-${zone}-id`),
  );

/** The network that the platform has set up for workloads. */
export function platformNetwork(scope: Construct): IVpc {
  return Vpc.fromVpcAttributes(scope, 'Network', {
    vpcId: fromAccount('/platform/network/vpc-id'),
    // Names are not needed, only that there are two.
    availabilityZones: ['1', '2'],
    privateSubnetIds: subnets('private'),
    publicSubnetIds: subnets('public'),
  });
}

export const privateSubnets: SubnetSelection = {
  subnetType: SubnetType.PRIVATE_WITH_EGRESS,
};

export const publicSubnets: SubnetSelection = {
  subnetType: SubnetType.PUBLIC,
};
