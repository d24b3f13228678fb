import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws } from './aws.mjs';
import { changeStack } from './changeStack.mjs';
import { check } from './check.mjs';
import { keepDocuments } from './keepDocuments.mjs';
import { pushImage } from './pushImage.mjs';
import { readBack } from './readBack.mjs';
import { readTemplate } from './readTemplate.mjs';
import { Refusal } from './Refusal.mjs';
import { stackNames } from './stackName.mjs';
import { deployTerraform } from './terraform/deployTerraform.mjs';
import { findPlan } from './terraform/findPlan.mjs';

/**
 * Deploys the documents of a passing verdict, byte for byte and nothing else, in
 * the order of the patterns; then tells the portal what is there now. Where the
 * document is a Terraform plan, which was made without an account, it is planned
 * anew and that plan is checked before it is applied.
 *
 * @param archive - the file that the stacks' code comes from
 * @returns {Promise<number>} the exit code
 */
export async function deploy({ about, documents, artifacts, archive, target }) {
  if (findPlan(documents)) {
    return deployTerraform({ about, documents, artifacts, target });
  }
  const stacks = stackNames(about.service, documents);
  const work = await mkdtemp(join(tmpdir(), 'paved-road-'));
  try {
    const from = join(work, 'checked');
    await keepDocuments({ documents, from: artifacts, to: from });
    const store = storeOf(about, target);
    const [account] = /(?<=:)\d{12}(?=:)/.exec(target.roleArn);
    const values = {
      ImageDigest: await pushImage({
        ...{ artifacts, account, region: target.region, tag: about.commit },
        name: about.service.split('/').at(-1).toLowerCase(),
      }),
      ArtifactBucket: target.bucket,
      ArtifactKey: await store(await readFile(archive), archive, 'zip'),
    };
    const templates = [];
    for (const [index, { path }] of documents.entries()) {
      templates.push(
        await readTemplate({
          ...{ path, place: join(from, path), stack: stacks[index], values },
          upload: async (bytes, place) =>
            `https://${target.bucket}.s3.${
              target.region
            }.amazonaws.com/${await store(bytes, place, 'template')}`,
        }),
      );
    }
    return await change({ about, templates, target, work });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Files in the platform's bucket are called by what is in them. */
function storeOf({ service }, { bucket }) {
  const prefix = `releases/${service.split('/').at(-1).toLowerCase()}`;
  return async (bytes, place, ending) => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const Key = `${prefix}/${digest}.${ending}`;
    await aws('s3api', 'put-object', { Bucket: bucket, Key }, '--body', place);
    return Key;
  };
}

async function change({ about, templates, target, work }) {
  let begun = false;
  let failure;
  for (const document of templates) {
    try {
      await changeStack({
        ...{ document, about, roleArn: target.roleArn },
        began: () => {
          begun = true;
        },
      });
    } catch (error) {
      failure = error;
      break;
    }
  }
  // Also of a deployment that broke off: what is there now is what counts.
  if (failure && !begun) {
    throw failure;
  }
  const directory = join(work, 'deployed');
  const { paths, others } = await readBack(templates, directory);
  const { exitCode } =
    paths.length > 0
      ? await check({ directory, targets: paths, stage: 'deployed', about })
      : { exitCode: 2 };
  if (failure) {
    throw failure;
  }
  if (others.length > 0) {
    throw new Refusal(
      `What is deployed isn't what was checked: ${others.join(', ')}`,
      1,
    );
  }
  return exitCode;
}
