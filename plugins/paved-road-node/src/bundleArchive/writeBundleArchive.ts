import { Bundle, PackRule } from '../packs/types';
import { ArchivedPack, BUNDLE_FILE, BundleFile, placeOf } from './bundleFile';
import { toPackDirectory } from './packDirectory';
import { packTarball } from './tarball';

/**
 * A bundle as a tar.gz, for whoever checks against it elsewhere. The same
 * bundle gives the same bytes.
 *
 * `bundle.json` and the `.guard` files are the bundle, and what
 * `readBundleArchive` reads. `packs/<id>` is each pack as a directory, for other
 * tools and for people; unit tests are left out.
 *
 * @public
 */
export async function writeBundleArchive(bundle: Bundle): Promise<Buffer> {
  const { digest, environments, packs } = bundle;
  const about: BundleFile = {
    format: 1,
    digest,
    environments: environments.map(({ name, enforcement }) => ({
      name,
      enforcement,
    })),
    packs: packs.map(
      ({ id, title, version, owner, proposeChanges, rules }) => ({
        id,
        title,
        version,
        owner,
        proposeChanges,
        rules: rules.map(toArchivedRule),
      }),
    ),
  };
  const files = new Map([
    [BUNDLE_FILE, `${JSON.stringify(about, undefined, 1)}\n`],
  ]);
  for (const pack of packs) {
    for (const [path, text] of toPackDirectory(pack)) {
      files.set(placeOf(pack.id, path), text);
    }
  }
  return packTarball(files);
}

function toArchivedRule(rule: PackRule): ArchivedPack['rules'][number] {
  const { id, pack, examples, files, ...rest } = rule;
  return { ...rest, files: files.map(({ path }) => path) };
}
