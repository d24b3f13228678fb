import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createBundle } from '../packs/createBundle';
import { loadControlTowerPack } from '../packs/loadControlTowerPack';
import { loadPackDirectory } from '../packs/loadPackDirectory';
import { loadPackFiles } from '../packs/loadPackFiles';
import { Bundle } from '../packs/types';
import { readBundleArchive } from './readBundleArchive';
import { unpackTarball } from './tarball';
import { writeBundleArchive } from './writeBundleArchive';

const bucketRule = `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule BUCKET_IS_PRIVATE when %buckets !empty { %buckets.Properties.AccessControl == 'Private' }
rule BUCKET_HAS_TAGS when %buckets !empty { %buckets.Properties.Tags exists }
`;

const acme = () =>
  loadPackFiles({
    fallbackId: 'acme',
    viewUrl: 'https://github.com/acme/rules/tree/main',
    files: [
      {
        path: 'pack.yaml',
        text: 'title: "Acme: all"\nowner: group:security\n',
      },
      { path: 'storage/bucket.guard', text: bucketRule },
      {
        path: 'storage/bucket.md',
        text: '---\nseverity: high\nenforcement: {staging: advise}\nreviewBy: 2027-01-01\n---\n\nBuckets leak.\n\n---\n\nThey do.\n',
      },
      // The same name in a second file: a failure of either counts.
      {
        path: 'twice.guard',
        text: 'rule BUCKET_HAS_TAGS { Resources exists }\n',
      },
      {
        path: `${'deep/'.repeat(60)}ü.guard`,
        text: 'rule DEEP { Resources exists }\n',
      },
      { path: 'b.guard', text: 'rule BARE { Resources exists }\n' },
    ],
  });

async function everything(): Promise<Bundle> {
  return createBundle({
    packs: [await loadControlTowerPack(), acme()],
    environments: [
      { name: 'sandbox', enforcement: 'advise' },
      { name: 'staging', enforcement: 'block' },
    ],
  });
}

/** What a scanner needs of a rule: all but the examples. */
const rulesOf = ({ rules }: Bundle) =>
  [...rules.values()].map(({ examples, ...rule }) => rule);

describe('the archive of a bundle', () => {
  const directory = createMockDirectory();

  it('gives the same bundle back', async () => {
    const bundle = await everything();
    const read = await readBundleArchive(await writeBundleArchive(bundle));
    expect(read.digest).toBe(bundle.digest);
    expect(read.environments).toEqual(bundle.environments);
    // Through JSON, in which a field that is undefined isn't there.
    expect(rulesOf(read)).toEqual(JSON.parse(JSON.stringify(rulesOf(bundle))));
    const rule = read.rules.get('acme/BUCKET_IS_PRIVATE')!;
    expect(read.enforcementOf(rule, 'staging')).toBe('advise');
    expect(read.enforcementOf(read.rules.get('acme/BARE')!, 'staging')).toBe(
      'block',
    );
  });

  it('is the same bytes each time', async () => {
    const first = await writeBundleArchive(await everything());
    const second = await writeBundleArchive(await everything());
    expect(first.equals(second)).toBe(true);
  });

  it('holds directories that are read as packs of the same rules', async () => {
    const bundle = await everything();
    const files = await unpackTarball(await writeBundleArchive(bundle));
    for (const [path, content] of files) {
      const place = directory.resolve(path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    const packs = await Promise.all(
      bundle.packs.map(({ id }) =>
        loadPackDirectory({ directory: directory.resolve('packs', id) }),
      ),
    );
    const { environments } = bundle;
    expect(createBundle({ packs, environments }).digest).toBe(bundle.digest);
    expect(packs.map(({ id, title, owner }) => [id, title, owner])).toEqual(
      bundle.packs.map(({ id, title, owner }) => [id, title, owner]),
    );
    const rationales = packs[1].rules.map(({ name, title, rationale }) => ({
      name,
      title,
      rationale,
    }));
    expect(rationales).toContainEqual({
      name: 'BUCKET_IS_PRIVATE',
      title: 'BUCKET_IS_PRIVATE',
      rationale: 'Buckets leak.\n\n---\n\nThey do.',
    });
    expect(packs[0].problems).toEqual([]);
  });

  it('is refused where it is no archive, or only a part of one', async () => {
    const whole = await writeBundleArchive(createBundle({ packs: [acme()] }));
    const half = gunzipSync(whole).subarray(0, 1_800);
    for (const bytes of [
      Buffer.from('<html>Sign in</html>'),
      whole.subarray(0, whole.length - 20),
      gzipSync(half),
      gzipSync(Buffer.alloc(0)),
      gzipSync(Buffer.alloc(2_000, 'x')),
    ]) {
      await expect(readBundleArchive(bytes)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/can't be read|isn't complete/),
      });
    }
  });

  it('is refused where it unpacks to more than is read', async () => {
    const bomb = gzipSync(Buffer.alloc(97 * 1024 * 1024));
    await expect(readBundleArchive(bomb)).rejects.toThrow(
      'holds more than the 100663296 bytes',
    );
    const large = Buffer.alloc(16 * 1024 * 1024 + 1);
    await expect(readBundleArchive(large)).rejects.toThrow(
      'more than the 16777216 bytes',
    );
  });
});
