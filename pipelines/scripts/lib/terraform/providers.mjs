import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../Refusal.mjs';
import { blocksOf } from './hclBlocks.mjs';
import { tokensOf } from './hclTokens.mjs';

/** Part of Terraform itself, and downloaded from nowhere. */
export const BUILT_IN = 'terraform.io/builtin/terraform';

/** The providers that may run where the credentials are. */
export function allowedProviders() {
  const names = (
    process.env.PAVED_ROAD_TERRAFORM_PROVIDERS ||
    'registry.terraform.io/hashicorp/aws'
  ).split(',');
  if (!names.every(name => /^[a-z0-9.-]+(\/[a-z0-9-]+){2}$/.test(name))) {
    throw new Refusal(
      'The pipeline is set up wrongly: PAVED_ROAD_TERRAFORM_PROVIDERS has to be host/namespace/name, between commas',
    );
  }
  return names;
}

/** Refuses providers that the platform doesn't run. */
export function judgeProviders(found, where) {
  const allowed = [...allowedProviders(), BUILT_IN];
  const other = found.filter(name => !allowed.includes(name));
  if (other.length > 0) {
    throw new Refusal(
      `${where} takes the provider ${other.join(
        ', ',
      )}, whose program would run where the credentials are. The platform allows ${allowed
        .slice(0, -1)
        .join(', ')}`,
      1,
    );
  }
}

/** Refuses a configuration whose providers aren't pinned, or others than those. */
export async function judgeLockFile(directory) {
  const file = '.terraform.lock.hcl';
  const text = await readFile(join(directory, file), 'utf8').catch(() => {
    throw new Refusal(
      `${file} isn't beside the plan, so that nobody knows which providers were tried. Commit it, and let the build hand it over`,
      1,
    );
  });
  const providers = blocksOf(tokensOf(text, file), file).filter(
    ({ type }) => type === 'provider',
  );
  judgeProviders(
    providers.map(({ labels: [name] }) => name),
    file,
  );
}
