import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTemplate } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { pipelinesDirectory } from './root';

export const account = '444455556666';

/** All templates, with what is answered to what has no default. */
export const templates: Record<string, Record<string, string>> = {
  'codebuild/pipeline.yaml': {
    ServiceName: 'ledger',
    Service: 'component:default/ledger',
    Owner: 'payments',
    Repository: 'https://github.com/meridian/ledger',
    ConnectionArn: `arn:aws:codeconnections:eu-central-1:${account}:connection/6f1c0e2a-7d3b-4c55-9e08-2b7f4a91d3c6`,
  },
  'iam/door.yaml': {},
  'iam/deploy-role.yaml': {
    ServiceName: 'ledger',
    Repository: 'ledger',
    RepositoryId: '4711',
  },
  'iam/terraform-role.yaml': {
    ServiceName: 'ledger',
    PipelineRole: 'deploy-ledger',
  },
  'guard-hook/hook.yaml': {},
};

export const readText = (path: string) =>
  readFileSync(join(pipelinesDirectory, path), 'utf8');

/** A template as it is deployed; what is given for `values` counts before the above. */
export function resolved(path: string, values: Record<string, string> = {}) {
  return resolveTemplate(readText(path), {
    parameters: { ...templates[path], ...values },
    pseudo: {
      accountId: account,
      region: 'eu-central-1',
      partition: 'aws',
      urlSuffix: 'amazonaws.com',
    },
  });
}

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.output<typeof resourceSchema>;

/** The resources of a template as it is deployed, by their logical ids. */
export function resourcesOf(
  path: string,
  values: Record<string, string> = {},
): Record<string, Resource> {
  const { content } = resolved(path, values);
  const { Resources } = z
    .object({ Resources: z.record(z.string(), resourceSchema) })
    .parse(JSON.parse(content));
  const text = JSON.stringify(
    Resources,
    (_key, value: unknown) => arnOf(value, Resources) ?? value,
  );
  return z.record(z.string(), resourceSchema).parse(JSON.parse(text));
}

const referenceSchema = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
    .transform(value => value['Fn::GetAtt'][0]),
]);

/** What a reference to another resource of the template stands for. */
function arnOf(
  value: unknown,
  resources: Record<string, Resource>,
): string | undefined {
  const subs = z.strictObject({ 'Fn::Sub': z.string() }).safeParse(value).data;
  if (subs) {
    return subs['Fn::Sub'].replace(
      /\$\{(\w+)(\.Arn)?\}/g,
      (_match, id: string) => named(id, resources[id]),
    );
  }
  const joined = z
    .strictObject({
      'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]),
    })
    .safeParse(value).data;
  if (joined) {
    return joined['Fn::Join'][1]
      .map(part => (typeof part === 'string' ? part : arnOf(part, resources)))
      .join('');
  }
  const { data: id } = referenceSchema.safeParse(value);
  return id !== undefined && resources[id]
    ? named(id, resources[id])
    : undefined;
}

function named(id: string, { Type, Properties }: Resource): string {
  const text = (key: string) => String(Properties[key]);
  switch (Type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${text('BucketName')}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account}:role${text('Path')}${text('RoleName')}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${account}:policy${text('Path')}${text(
        'ManagedPolicyName',
      )}`;
    case 'AWS::CodeBuild::Project':
      return `arn:aws:codebuild:eu-central-1:${account}:project/${text(
        'Name',
      )}`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:eu-central-1:${account}:key/${id}`;
    default:
      return id;
  }
}
