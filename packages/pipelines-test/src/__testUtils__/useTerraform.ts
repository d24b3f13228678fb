import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { useChannel } from './useChannel';

const callSchema = z.object({
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  files: z.array(z.string()),
});

/** A resource of a plan, as it is to be. */
interface Planned {
  type: string;
  after: Record<string, unknown>;
  change?: object;
}

/** A plan after the documented format, which makes these. */
export const planOf = (resources: Planned[], change: object = {}) => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: resources.map(({ type, after, change: more }, index) => ({
    address: `${type}.r${index}`,
    mode: 'managed',
    type,
    name: `r${index}`,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: ['create'], before: null, after, ...more },
  })),
  configuration: {
    provider_config: {
      aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' },
    },
    root_module: {},
  },
  ...change,
});

export const goodPlan = planOf([
  {
    type: 'aws_db_instance',
    after: { publicly_accessible: false, storage_encrypted: true },
  },
]);
export const badPlan = planOf([
  {
    type: 'aws_db_instance',
    after: { publicly_accessible: true, storage_encrypted: true },
  },
]);

export const versionsFile = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  backend "s3" {}
}
`;
export const lockFile = `provider "registry.terraform.io/hashicorp/aws" {
  version = "5.100.0"
  hashes = [
    "h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=",
  ]
}
`;

/** What a build hands over that the pipeline applies. */
export const goodBuild: Record<string, string> = {
  '.terraform.lock.hcl': lockFile,
  'versions.tf': versionsFile,
  'main.tf': 'resource "aws_db_instance" "books" {\n  name = "books"\n}\n',
  'plan.json': JSON.stringify(goodPlan),
};

/** A double of Terraform on the path of the channel's scripts. */
export function useTerraform(channel: ReturnType<typeof useChannel>) {
  /** What it is to say; `plans.first` before it was applied, and `afterwards`. */
  function script(change: object = {}) {
    channel.write({
      'terraform/script.json': JSON.stringify({
        plans: { first: goodPlan },
        ...change,
      }),
      // No shell between, which would drop variables with names that it can't have.
      'bin/terraform': `#!${process.execPath}
process.argv.splice(2, 0, ${JSON.stringify(channel.place('terraform'))});
import(${JSON.stringify(join(__dirname, 'fakeTerraform.mjs'))});
`,
    });
    chmodSync(channel.place('bin/terraform'), 0o755);
  }
  return {
    script,
    /** The plan that was applied, if any was. */
    applied: () =>
      existsSync(channel.place('terraform/applied'))
        ? channel.read('terraform/applied')
        : undefined,
    calls: () =>
      existsSync(channel.place('terraform/calls.jsonl'))
        ? channel
            .read('terraform/calls.jsonl')
            .trim()
            .split('\n')
            .map(line => callSchema.parse(JSON.parse(line)))
        : [],
  };
}
