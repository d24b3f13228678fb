import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Refusal } from '../Refusal.mjs';
import { judgeProviders } from './providers.mjs';

/** What Terraform itself has made of the configuration, before it gets credentials. */
export async function judgeInit({ root, folder }) {
  const text = await readFile(
    join(folder, '.terraform/modules/modules.json'),
    'utf8',
  ).catch(() => '{"Modules":[]}');
  for (const { Key, Source, Dir } of JSON.parse(text).Modules) {
    const place = relative(root, resolve(folder, Dir));
    if (
      !/^($|\.\.?\/)/.test(Source) ||
      place.split('/').some(part => part === '..' || part === '.terraform')
    ) {
      throw new Refusal(
        `The module ${Key} comes from ${Source}, and not from what was built`,
        1,
      );
    }
  }
  judgeProviders(
    await foldersIn(join(folder, '.terraform/providers'), 3),
    'The configuration',
  );
}

async function foldersIn(directory, depth) {
  const names = await readdir(directory).catch(() => []);
  if (depth === 1) {
    return names;
  }
  const found = await Promise.all(
    names.map(async name =>
      (
        await foldersIn(join(directory, name), depth - 1)
      ).map(more => `${name}/${more}`),
    ),
  );
  return found.flat();
}
