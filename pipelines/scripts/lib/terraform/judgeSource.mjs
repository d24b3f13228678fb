import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Refusal } from '../Refusal.mjs';
import { blocksOf } from './hclBlocks.mjs';
import { templateTokensOf, tokensOf } from './hclTokens.mjs';
import { judgeBlocks } from './judgeBlocks.mjs';
import { judgeCalls } from './judgeCalls.mjs';
import { literalOf } from './literal.mjs';

const MOST_MODULES = 200;
const MOST_BYTES = 1024 * 1024;

/**
 * Refuses a configuration that would run anything where the credentials are. It
 * reads the text alone, before Terraform does: that one fetches modules and starts
 * providers by what the text says.
 *
 * @param root - what was built
 * @param folder - where in it the configuration lies
 */
export async function judgeSource({ root, folder }) {
  const first = resolve(root, folder);
  const waiting = [first];
  const seen = new Set(waiting);
  for (const directory of waiting) {
    if (seen.size > MOST_MODULES) {
      throw new Refusal(`There are more than ${MOST_MODULES} modules`);
    }
    const { modules, hasBackend } = await judgeModule(root, directory);
    if (directory === first && !hasBackend) {
      throw new Refusal(
        `${folder} has no backend, so that its state would be lost: write backend "s3" {} into its terraform block`,
        1,
      );
    }
    for (const module of modules) {
      if (!seen.has(module)) {
        seen.add(module);
        waiting.push(module);
      }
    }
  }
}

async function judgeModule(root, directory) {
  const nameOf = path => relative(root, path) || '.';
  await refuseLink(root, directory);
  const names = await readdir(directory).catch(() => []);
  const other = names.find(name =>
    /\.tf\.json$|(^|_)override\.tf$/.test(name.toLowerCase()),
  );
  if (other) {
    throw new Refusal(
      `${nameOf(
        join(directory, other),
      )} would say something else than the other files do. The pipeline reads plain .tf files, and none that overrides another`,
      1,
    );
  }
  const files = names.filter(name => name.endsWith('.tf'));
  if (files.length === 0) {
    throw new Refusal(
      `${nameOf(
        directory,
      )} has no Terraform files. Let the build hand them over, beside the plan`,
    );
  }
  const modules = [];
  let hasBackend = false;
  for (const name of files) {
    const path = join(directory, name);
    const file = nameOf(path);
    const tokens = tokensOf(await read(root, path), file);
    const blocks = blocksOf(tokens, file);
    judgeBlocks(blocks, file);
    for (const template of judgeCalls(tokens, file)) {
      await judgeTemplate(inside(root, join(directory, template), file), root);
    }
    hasBackend ||= blocks.some(
      block =>
        block.type === 'terraform' &&
        block.blocks.some(({ type }) => type === 'backend'),
    );
    modules.push(
      ...blocks
        .filter(({ type }) => type === 'module')
        .map(({ attributes }) =>
          inside(
            root,
            resolve(directory, literalOf(attributes.get('source').tokens)),
            file,
          ),
        ),
    );
  }
  return { modules, hasBackend };
}

async function judgeTemplate(path, root) {
  const file = relative(root, path);
  const tokens = templateTokensOf(await read(root, path), file);
  judgeCalls(tokens, file, { inTemplate: true });
}

function inside(root, path, file) {
  if (relative(root, path).split('/')[0] === '..') {
    throw new Refusal(`${file} names files outside of what was built`, 1);
  }
  return path;
}

/** A link may lead elsewhere by the time that Terraform follows it. */
async function refuseLink(root, path) {
  const real = await realpath(path).catch(() => undefined);
  const file = relative(root, path);
  if (real !== undefined && real !== join(await realpath(root), file)) {
    throw new Refusal(
      `${file} is a link or lies behind one. Lay the file itself there`,
      1,
    );
  }
}

async function read(root, path) {
  const file = relative(root, path);
  await refuseLink(root, path);
  const bytes = await readFile(path).catch(() => {
    throw new Refusal(`${file} isn't there`);
  });
  if (bytes.length > MOST_BYTES) {
    throw new Refusal(
      `${file} is larger than a file of Terraform's needs to be`,
    );
  }
  return bytes.toString('utf8');
}
