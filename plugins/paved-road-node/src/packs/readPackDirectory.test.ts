import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { loadPackDirectory } from './loadPackDirectory';
import { readPackDirectory } from './readPackDirectory';

const rule = 'rule A { Resources exists }\n';

describe('readPackDirectory', () => {
  const directory = createMockDirectory();

  beforeEach(() => directory.clear());

  it('reads the files of a pack, and no others', async () => {
    directory.setContent({
      'pack.yaml': 'id: acme\n',
      'storage/a.guard': `\ufeff${rule}`,
      'storage/a.md': 'why',
      'storage/tests/a_tests.yml': '[]',
      'storage/other.txt': 'no',
      'node_modules/b.guard': rule,
      '.cache/c.guard': rule,
    });
    expect(await readPackDirectory(directory.path)).toEqual({
      files: [
        { path: 'pack.yaml', text: 'id: acme\n' },
        { path: 'storage/a.guard', text: rule },
        { path: 'storage/a.md', text: 'why' },
        { path: 'storage/tests/a_tests.yml', text: '[]' },
      ],
      problems: [],
    });
  });

  it.each([
    ['binary', Buffer.from([0x72, 0xff, 0xfe]), /not text in UTF-8/],
    ['NUL', Buffer.from('rule A {\0}'), /not text in UTF-8/],
    ['huge', Buffer.alloc(1024 * 1024 + 1, '#'), /1048577 bytes/],
  ])(
    'refuses a %s rule file, since its rules would be missing',
    async (_what, content, message) => {
      writeFileSync(directory.resolve('a.guard'), content);
      await expect(readPackDirectory(directory.path)).rejects.toThrow(message);
    },
  );

  it('reports what else can’t be read', async () => {
    directory.setContent({ 'a.guard': rule });
    writeFileSync(directory.resolve('a.md'), Buffer.from([0xff]));
    symlinkSync('/etc/hostname', directory.resolve('b.md'));
    symlinkSync('nowhere', directory.resolve('c.md'));
    mkdirSync(directory.resolve('d.md'));
    const pack = await loadPackDirectory({ directory: directory.path });
    expect(pack.rules).toHaveLength(1);
    expect(pack.problems).toEqual([
      { path: 'a.md', message: 'is not text in UTF-8' },
      { path: 'b.md', message: 'is a link, and links are not followed' },
      { path: 'c.md', message: 'is a link, and links are not followed' },
    ]);
  });

  it('follows no links to rules', async () => {
    directory.setContent({
      'pack/a.guard': rule,
      'b.guard': rule,
      'more/c.guard': rule,
    });
    const root = directory.resolve('pack');
    symlinkSync('../b.guard', directory.resolve('pack/b.guard'));
    await expect(readPackDirectory(root)).rejects.toThrow(/b\.guard is a link/);
    directory.setContent({ 'pack/a.guard': rule });
    symlinkSync('..', directory.resolve('pack/loop'));
    await expect(readPackDirectory(root)).rejects.toThrow(/loop is a link/);
  });

  it('says what a pack is where there is none', async () => {
    directory.setContent({ 'a.guard': rule });
    await expect(
      loadPackDirectory({ directory: directory.resolve('nowhere') }),
    ).rejects.toThrow(/no such directory/);
    await expect(
      loadPackDirectory({ directory: directory.resolve('a.guard') }),
    ).rejects.toThrow(/a directory of \.guard files/);
  });
});
