import { ref } from './pieces.mjs';

export function network(p, flip) {
  const subnet = zone => ({
    Type: 'AWS::EC2::Subnet',
    Properties: {
      VpcId: ref(`${p}Vpc`),
      CidrBlock: `10.${zone}.0.0/20`,
      MapPublicIpOnLaunch: flip(),
    },
  });
  return {
    [`${p}Vpc`]: {
      Type: 'AWS::EC2::VPC',
      Properties: { CidrBlock: '10.0.0.0/8', EnableDnsSupport: true },
    },
    [`${p}SubnetA`]: subnet(1),
    [`${p}SubnetB`]: subnet(2),
    [`${p}SubnetC`]: subnet(3),
    [`${p}Routes`]: {
      Type: 'AWS::EC2::RouteTable',
      Properties: { VpcId: ref(`${p}Vpc`) },
    },
    [`${p}Acl`]: {
      Type: 'AWS::EC2::NetworkAcl',
      Properties: { VpcId: ref(`${p}Vpc`) },
    },
    [`${p}FlowLog`]: {
      Type: 'AWS::EC2::FlowLog',
      Properties: {
        ResourceId: ref(`${p}Vpc`),
        ResourceType: 'VPC',
        TrafficType: 'ALL',
        LogGroupName: 'flows',
      },
    },
  };
}
