import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { digestOf } from '../digest';
import { createBundle } from '../packs/createBundle';
import { findRuleDeclarations } from '../packs/guardSource';
import { isGuardFile } from '../packs/packPaths';
import { Bundle, Pack, RuleFile } from '../packs/types';
import {
  ArchivedPack,
  BUNDLE_FILE,
  BundleFile,
  bundleFileSchema,
  placeOf,
} from './bundleFile';
import { unpackTarball } from './tarball';

/**
 * The bundle in an archive that `writeBundleArchive` has written, without the
 * rules' unit tests. Its digest is reckoned from what the archive holds, never
 * taken from it; whoever knows which bundle it has to be compares the digests.
 *
 * @throws InputError for an archive that is too large, that holds anything but
 * regular files within it, that isn't complete, that holds rule files which
 * belong to no rule, or whose digest is another than the one it names.
 * @public
 */
export async function readBundleArchive(bytes: Uint8Array): Promise<Bundle> {
  const archive = await unpackTarball(bytes);
  const about = readBundleFile(textOf(archive, BUNDLE_FILE));
  const files = readRuleFiles(archive, about);
  const bundle = createBundle({
    environments: about.environments,
    packs: about.packs.map(pack => toPack(pack, files)),
  });
  if (bundle.digest !== about.digest) {
    throw new InputError(
      `The archive says that it holds the bundle ${about.digest}, but holds ${bundle.digest}`,
    );
  }
  return bundle;
}

function readBundleFile(text: string): BundleFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new InputError(`The archive's ${BUNDLE_FILE} is not readable JSON`);
  }
  const read = bundleFileSchema.safeParse(raw);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new InputError(
      `The archive's ${BUNDLE_FILE} is wrong: ${z.core.toDotPath(
        path,
      )}: ${message}`,
    );
  }
  return read.data;
}

/** By their places in the archive. */
function readRuleFiles(
  archive: ReadonlyMap<string, Buffer>,
  { packs }: BundleFile,
): Map<string, RuleFile> {
  const files = new Map<string, RuleFile>();
  for (const { id, rules } of packs) {
    for (const path of new Set(rules.flatMap(rule => rule.files))) {
      const place = placeOf(id, path);
      const text = textOf(archive, place);
      const names = findRuleDeclarations(text).map(({ name }) => name);
      files.set(place, {
        path,
        text,
        digest: digestOf(text),
        ruleNames: [...new Set(names)],
      });
    }
  }
  const stray = [...archive.keys()].find(
    place => isGuardFile(place) && !files.has(place),
  );
  if (stray) {
    throw new InputError(`The archive's ${stray} belongs to no rule`);
  }
  return files;
}

function toPack(
  { rules, ...pack }: ArchivedPack,
  files: ReadonlyMap<string, RuleFile>,
): Pack {
  return {
    ...pack,
    rules: rules.map(rule => ({
      ...rule,
      id: `${pack.id}/${rule.name}`,
      pack: pack.id,
      files: rule.files.map(path => files.get(placeOf(pack.id, path))!),
      examples: [],
    })),
    problems: [],
  };
}

function textOf(archive: ReadonlyMap<string, Buffer>, place: string): string {
  const bytes = archive.get(place);
  if (!bytes) {
    throw new InputError(`The archive isn't complete: there is no ${place}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new InputError(`The archive's ${place} is not text in UTF-8`);
  }
}
