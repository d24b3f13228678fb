import { resolveTemplate } from '../resolveTemplate';
import { ResolvedTemplate, TemplateValues } from '../types';

export const pseudo: TemplateValues['pseudo'] = {
  accountId: '111122223333',
  region: 'eu-central-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};

/** What a template came to, its content read again. */
export interface Result extends ResolvedTemplate {
  root: Record<string, Record<string, unknown>>;
}

export function resolve(
  template: string | object,
  parameters: TemplateValues['parameters'] = {},
  known: TemplateValues['pseudo'] = pseudo,
): Result {
  const text =
    typeof template === 'string' ? template : JSON.stringify(template);
  const result = resolveTemplate(text, { parameters, pseudo: known });
  return { ...result, root: JSON.parse(result.content) };
}

/** Parameters of all kinds, a mapping, conditions and two resources. */
export const surroundings = `
Parameters:
  Name: { Type: String, Default: logs }
  Days: { Type: Number, Default: 30 }
  Size: { Type: Number }
  Ports: { Type: List<Number>, Default: '80, 443' }
  Zones: { Type: CommaDelimitedList, Default: 'a, b,c' }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>', Default: subnet-1 }
  Nowhere: { Type: String }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /images/latest }
  Lookup: { Type: String, Default: '{{resolve:ssm:/a}}' }
  Password: { Type: String, NoEcho: true, Default: s3cr3t-value }
  Keys: { Type: CommaDelimitedList, NoEcho: 'true', Default: 's3cr3t-value,s3cr3t-2' }
Mappings:
  Stages:
    logs: { size: 5, zones: [x, y], 's3cr3t-value': found }
    s3cr3t-value: { size: 6 }
Conditions:
  Yes: !Equals [a, a]
  No: !Equals [a, b]
  Maybe: !Equals [!Ref Image, x]
Resources:
  Bucket: { Type: 'AWS::S3::Bucket' }
  Gone: { Type: 'AWS::S3::Bucket', Condition: No }
`;

/** What a value comes to as the property of a resource, and what is said of it. */
export function valueOf(
  written: string,
  parameters: TemplateValues['parameters'] = {},
) {
  const { root, unresolved, content } = resolve(
    `${surroundings}  Tested:\n    Properties:\n      V: ${written}\n`,
    parameters,
  );
  const { Properties } = root.Resources.Tested as {
    Properties: { V?: unknown };
  };
  return {
    content,
    value: Properties.V,
    said: unresolved
      .filter(({ resource }) => resource === 'Tested')
      .map(({ reason }) => reason),
    paths: unresolved.map(({ propertyPath }) => propertyPath),
  };
}
