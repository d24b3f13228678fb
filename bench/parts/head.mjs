import { ref, sub } from './pieces.mjs';

const settings = [
  'Environment',
  'Owner',
  'CostCenter',
  'DataClass',
  'Schedule',
  'AlarmAddress',
  'InstanceClass',
  'Retention',
];

/**
 * What stands around the resources of real templates: parameters with what they
 * allow, how a console groups them, mappings, conditions and outputs.
 */
export function head(random) {
  const chosen = settings.filter(() => random() < 0.7);
  return {
    Metadata: {
      'AWS::CloudFormation::Interface': {
        ParameterGroups: [
          {
            Label: { default: 'Network' },
            Parameters: ['VpcId', 'SubnetIds'],
          },
          { Label: { default: 'Service' }, Parameters: chosen },
        ],
        ParameterLabels: Object.fromEntries(
          chosen.map(name => [name, { default: `The service’s ${name}` }]),
        ),
      },
    },
    Parameters: {
      VpcId: {
        Type: 'AWS::EC2::VPC::Id',
        Description: 'The network that the service runs in',
      },
      SubnetIds: {
        Type: 'List<AWS::EC2::Subnet::Id>',
        Description: 'Private subnets, one in each availability zone',
      },
      ArtifactBucket: {
        Type: 'String',
        Description: 'The bucket that the pipeline puts its artifacts into',
        AllowedPattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      },
      ...Object.fromEntries(
        chosen.map(name => [
          name,
          {
            Type: 'String',
            Description: `What the service’s ${name} is to be; the platform’s handbook says what each value means`,
            Default: 'standard',
            AllowedValues: ['standard', 'small', 'large', 'none'],
            ConstraintDescription: 'has to be standard, small, large or none',
          },
        ]),
      ),
    },
    Mappings: {
      Regions: Object.fromEntries(
        ['eu-central-1', 'eu-west-1', 'us-east-1'].map(region => [
          region,
          { Zones: 3, Endpoint: `https://api.${region}.example.com` },
        ]),
      ),
    },
    Conditions: Object.fromEntries(
      chosen.map(name => [
        `Has${name}`,
        { 'Fn::Not': [{ 'Fn::Equals': [ref(name), 'none'] }] },
      ]),
    ),
  };
}

/** What other stacks read of the resources. */
export function outputs(resources) {
  return Object.fromEntries(
    Object.keys(resources)
      .filter((_, index) => index % 2 === 0)
      .map(name => [
        `${name}Id`,
        {
          Description: `The ${name} of the service`,
          Value: ref(name),
          Export: { Name: sub(`\${AWS::StackName}-${name}`) },
        },
      ]),
  );
}
