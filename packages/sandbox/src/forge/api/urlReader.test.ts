import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { limits } from '../limits';
import { TestForge } from '../__testUtils__/forge';

const LARGE = Buffer.alloc(3 * 1024 * 1024, 'large\n');
const BINARY = Buffer.from([0, 1, 2, 254, 255]);

// What Backstage itself does with the forge, configured as for GitHub Enterprise.
describe.each([
  ['the contents API', false, undefined],
  ['the contents API and a token', false, 'any'],
  ['the raw address', true, undefined],
])('the URL reader of Backstage, through %s', (_, raw, token) => {
  let forge: TestForge;
  let base: string;

  function createReader(host = new URL(forge.url).host) {
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `http://${host}/api/v3`,
              ...(raw && { rawBaseUrl: `http://${host}/raw` }),
              ...(token && { token }),
            },
          ],
        },
      },
    });
    return UrlReaders.default({ config, logger: mockServices.logger.mock() });
  }

  async function read(url: string) {
    const response = await createReader().readUrl(url);
    return { text: String(await response.buffer()), etag: response.etag };
  }

  beforeAll(async () => {
    forge = await TestForge.start({
      'payments-api': {
        'catalog-info.yaml': 'kind: Component\n',
        'infra/template.yaml': 'Resources: {}\n',
        'infra/with space & ü.yaml': 'umlaut\n',
        'infra/nested/stack.template.json': '{}\n',
        'docs/large.txt': LARGE,
        'docs/picture.bin': BINARY,
        'empty.txt': '',
      },
      ledger: { 'infra/template.yaml': 'Resources: {}\n' },
    });
    base = `${forge.url}/meridian/payments-api`;
  });
  afterAll(() => forge.end());

  it('reads a file, and is told when it has not changed', async () => {
    const url = `${forge.url}/meridian/ledger/blob/main/infra/template.yaml`;
    const first = await read(url);
    expect(first.text).toBe('Resources: {}\n');

    await expect(
      createReader().readUrl(url, { etag: first.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });

    const clone = await forge.clone('ledger');
    await forge.push(clone, 'Fix it', { 'infra/template.yaml': 'fixed\n' });
    const response = await createReader().readUrl(url, { etag: first.etag });
    expect(String(await response.buffer())).toBe('fixed\n');
  });

  it('says when a file was last changed, and answers only newer ones', async () => {
    const url = `${base}/blob/main/catalog-info.yaml`;
    const { lastModifiedAt } = await createReader().readUrl(url);
    expect(Date.now() - lastModifiedAt!.getTime()).toBeLessThan(60_000);
    await expect(
      createReader().readUrl(url, { lastModifiedAfter: lastModifiedAt }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('reads files of any content, name and size', async () => {
    const reader = createReader();
    const bytes = async (path: string) =>
      (await reader.readUrl(`${base}/blob/main/${path}`)).buffer();
    expect(await bytes('docs/picture.bin')).toEqual(BINARY);
    expect((await bytes('docs/large.txt')).equals(LARGE)).toBe(true);
    expect(await bytes('empty.txt')).toEqual(Buffer.alloc(0));
    expect(
      String(await bytes(`infra/${encodeURIComponent('with space & ü.yaml')}`)),
    ).toBe('umlaut\n');
  });

  it('reads a tree with a filter, and is told when it has not changed', async () => {
    const reader = createReader();
    const tree = await reader.readTree(`${base}/tree/main/infra`, {
      filter: path => path.endsWith('.json'),
    });
    const files = await tree.files();
    expect(files.map(({ path }) => path)).toEqual([
      'nested/stack.template.json',
    ]);
    expect(String(await files[0].content())).toBe('{}\n');
    await expect(
      reader.readTree(`${base}/tree/main/infra`, { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('reads the tree of the default branch', async () => {
    const tree = await createReader().readTree(base);
    const paths = (await tree.files()).map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'catalog-info.yaml',
      'docs/large.txt',
      'docs/picture.bin',
      'empty.txt',
      'infra/nested/stack.template.json',
      'infra/template.yaml',
      'infra/with space & ü.yaml',
    ]);
  });

  it('searches with globs', async () => {
    const reader = createReader();
    const url = `${base}/tree/main/infra/**/*.{yaml,json}`;
    const { files, etag } = await reader.search(url);
    expect(files.map(file => decodeURI(file.url)).sort()).toEqual([
      `${base}/tree/main/infra/nested/stack.template.json`,
      `${base}/tree/main/infra/template.yaml`,
      `${base}/tree/main/infra/with space & ü.yaml`,
    ]);
    const template = files.find(file => file.url.endsWith('template.yaml'));
    expect(String(await template!.content())).toBe('Resources: {}\n');
    await expect(reader.search(url, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
    // The catalog reads even single files this way.
    const single = await reader.search(`${base}/blob/main/catalog-info.yaml`);
    expect(String(await single.files[0].content())).toBe('kind: Component\n');
  });

  it('searches where the list of files has been cut off', async () => {
    const { treeEntries } = limits;
    limits.treeEntries = 2;
    try {
      const url = `${base}/tree/main/infra/**/*.json`;
      const { files } = await createReader().search(url);
      expect(files).toHaveLength(1);
      expect(String(await files[0].content())).toBe('{}\n');
    } finally {
      limits.treeEntries = treeEntries;
    }
  });

  it('says of a missing file, branch and repository that they are missing', async () => {
    const reader = createReader();
    const missing = { name: 'NotFoundError' };
    await expect(
      reader.readUrl(`${base}/blob/main/no/such.yaml`),
    ).rejects.toMatchObject(missing);
    await expect(
      reader.readUrl(`${base}/blob/gone/catalog-info.yaml`),
    ).rejects.toMatchObject(missing);
    await expect(reader.readTree(`${base}/tree/gone/`)).rejects.toMatchObject(
      missing,
    );
    await expect(
      reader.readTree(`${forge.url}/meridian/gone/tree/main/`),
    ).rejects.toMatchObject(missing);
    const { files } = await reader.search(`${base}/blob/main/no/such.yaml`);
    expect(files).toEqual([]);
  });

  it('answers under its number as well as under its name', async () => {
    const { port } = new URL(forge.url);
    const host = `127.0.0.1:${port}`;
    const url = `http://${host}/meridian/payments-api/blob/main/catalog-info.yaml`;
    const response = await createReader(host).readUrl(url);
    expect(String(await response.buffer())).toBe('kind: Component\n');
    const tree = await createReader(host).readTree(
      `http://${host}/meridian/payments-api`,
    );
    expect(await tree.files()).toHaveLength(7);
  });
});
