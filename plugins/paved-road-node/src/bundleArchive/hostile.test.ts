import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { createBundle } from '../packs/createBundle';
import { loadPackFiles } from '../packs/loadPackFiles';
import { readBundleArchive } from './readBundleArchive';
import { unpackTarball } from './tarball';
import { writeBundleArchive } from './writeBundleArchive';

type Entry = [name: string, content: string, type?: string];

const rulePath = 'packs/acme/a.guard';
const aboutPath = 'bundle.json';

async function archiveOf(entries: Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const [name, content, type = 'file'] of entries) {
    tar.entry({ name, type }, Buffer.from(content));
  }
  tar.finalize();
  return gzipSync(await buffer(tar));
}

/** The entries of an archive that is as it should be. */
async function goodEntries(): Promise<Map<string, string>> {
  const bundle = createBundle({
    packs: [
      loadPackFiles({
        fallbackId: 'acme',
        files: [{ path: 'a.guard', text: 'rule A { Resources exists }\n' }],
      }),
    ],
  });
  const files = await unpackTarball(await writeBundleArchive(bundle));
  return new Map(
    [...files].map(([name, content]) => [name, content.toString()]),
  );
}

describe('an archive made to deceive', () => {
  it.each<[string, Entry, string]>([
    ['a path that leaves it', ['../a.guard', ''], "can't hold a file at"],
    ['a path that leaves it within', ['packs/../../a', ''], "can't hold"],
    ['an absolute path', ['/etc/passwd', ''], "can't hold a file at"],
    ['a path with backslashes', ['packs\\a', ''], "can't hold a file at"],
    ['a symbolic link', ['packs/a', '', 'symlink'], 'is no regular file'],
    ['a hard link', ['packs/a', '', 'link'], 'is no regular file'],
    ['a device', ['packs/a', '', 'character-device'], 'is no regular file'],
    ['a directory', ['packs/', '', 'directory'], 'is no regular file'],
    ['a file twice', [aboutPath, '{}'], 'holds "bundle.json" twice'],
    ['a rule of nobody', ['packs/acme/b.guard', ''], 'belongs to no rule'],
  ])('is refused for %s', async (_what, entry, message) => {
    const good: Entry[] = [...(await goodEntries())];
    await expect(
      readBundleArchive(await archiveOf(good)),
    ).resolves.toBeDefined();
    await expect(
      readBundleArchive(await archiveOf([...good, entry])),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('is refused for more files than are read', async () => {
    const entries = Array.from(
      { length: 25_001 },
      (_, index): Entry => [`packs/${index}`, ''],
    );
    await expect(readBundleArchive(await archiveOf(entries))).rejects.toThrow(
      'more than 25000 files',
    );
  });

  it.each<[string, (files: Map<string, string>) => void, string]>([
    [
      'a rule was weakened',
      files => files.set(rulePath, 'rule A { Resources empty }\n'),
      'but holds sha256:',
    ],
    [
      'an environment was made to advise',
      files =>
        files.set(aboutPath, files.get(aboutPath)!.replace(/block/g, 'advise')),
      'but holds sha256:',
    ],
    [
      'a rule file is missing',
      files => files.delete(rulePath),
      'there is no packs/acme/a.guard',
    ],
    [
      'there is no bundle.json',
      files => files.delete(aboutPath),
      'there is no bundle.json',
    ],
    [
      'bundle.json is broken',
      files => files.set(aboutPath, '{'),
      'is not readable JSON',
    ],
    [
      'bundle.json has a form to come',
      files =>
        files.set(
          aboutPath,
          files.get(aboutPath)!.replace('"format": 1', '"format": 2'),
        ),
      'is wrong: format',
    ],
    [
      'bundle.json holds no rules',
      files =>
        files.set(
          aboutPath,
          JSON.stringify({
            ...JSON.parse(files.get(aboutPath)!),
            packs: [{ id: 'acme', title: 'acme', rules: [] }],
          }),
        ),
      'is wrong: packs[0].rules',
    ],
  ])('is refused where %s', async (_what, change, message) => {
    const files = await goodEntries();
    change(files);
    await expect(
      readBundleArchive(await archiveOf([...files])),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });
});
