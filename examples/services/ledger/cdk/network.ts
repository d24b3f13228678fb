import { IVpc, SubnetSelection, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** The network that the landing zone has laid out for production workloads. */
export function workloadNetwork(scope: Construct): IVpc {
  return Vpc.fromVpcAttributes(scope, 'Network', {
    vpcId: 'vpc-0c51e8a1b7f3d2649',
    vpcCidrBlock: '10.40.0.0/16',
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    privateSubnetIds: [
      'subnet-04b1d7a3c9e85f206',
      'subnet-0a6c2e94f18b37d50',
      'subnet-0e3f9b5d72a1c8464',
    ],
    privateSubnetRouteTableIds: [
      'rtb-05c7e1a93b2d8f604',
      'rtb-0d4f86b1e3a97c250',
      'rtb-08e2b5c9d71f3a46e',
    ],
    isolatedSubnetIds: [
      'subnet-07d2a8f4e16b9c350',
      'subnet-0b95c3e7d1f04a682',
      'subnet-01e8f6b2a4c97d53e',
    ],
    isolatedSubnetRouteTableIds: [
      'rtb-0f19a6d4c8b37e520',
      'rtb-0f19a6d4c8b37e520',
      'rtb-0f19a6d4c8b37e520',
    ],
  });
}

export const privateSubnets: SubnetSelection = {
  subnetType: SubnetType.PRIVATE_WITH_EGRESS,
};

export const isolatedSubnets: SubnetSelection = {
  subnetType: SubnetType.PRIVATE_ISOLATED,
};
