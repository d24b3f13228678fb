import { TestForge, writeFiles } from '../__testUtils__/forge';

describe('what the forge refuses', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await TestForge.start({
      ledger: { 'README.md': 'The ledger\n', 'infra/a.yaml': 'a: 1\n' },
      cards: { 'README.md': 'The cards\n' },
    });
    await writeFiles(forge.directory, { 'data/secret.txt': 'outside\n' });
  });
  afterAll(() => forge.end());

  const status = async (path: string, headers?: Record<string, string>) =>
    (await forge.ask(path, { headers })).status;

  describe('who is answered', () => {
    it('refuses a host name that somebody has pointed here', async () => {
      for (const host of ['evil.example', 'localhost.evil.example:7008']) {
        expect(await status('/', { host })).toBe(403);
        expect(await status('/api/v3/repos/meridian/ledger', { host })).toBe(
          403,
        );
      }
      expect(await status('/', { host: '127.0.0.1:7008' })).toBe(200);
    });

    it('takes no push from a page', async () => {
      const push = (headers: Record<string, string>) =>
        forge.ask('/meridian/ledger.git/git-receive-pack', {
          method: 'POST',
          body: Buffer.from('0000'),
          headers,
        });
      const type = 'application/x-git-receive-pack-request';
      expect((await push({ 'content-type': 'text/plain' })).status).toBe(415);
      expect(
        (await push({ 'content-type': type, origin: 'https://evil.example' }))
          .status,
      ).toBe(403);
      expect((await push({ 'content-type': type })).status).toBe(200);
    });

    it('keeps idle connections longer than Node’s clients do', async () => {
      const { headers } = await fetch(forge.url);
      expect(headers.get('keep-alive')).toBe('timeout=65');
    });

    it('listens on loopback only', async () => {
      const { port } = new URL(forge.url);
      await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
    });
  });

  describe('hostile addresses', () => {
    const paths = [
      '..%2f..%2f..%2fsecret.txt',
      '../../../secret.txt',
      '%2e%2e/%2e%2e/secret.txt',
      'infra/..%2f..%2fsecret.txt',
      '..%5c..%5csecret.txt',
      '%2fetc%2fpasswd',
      '/etc/passwd',
      '.git/config',
      '--output=x',
      ':(top,glob)**',
      '*',
      'infra/%0a..',
      'infra/%00a.yaml',
    ];
    const refs = [
      '--output=x',
      '-x',
      'main:README.md',
      'main%5e%7btree%7d',
      'main@%7b0%7d',
      ':/ledger',
      'main..main',
      '%0amain',
    ];
    const addresses = [
      ...paths.flatMap(path => [
        `/api/v3/repos/meridian/ledger/contents/${path}`,
        `/raw/meridian/ledger/main/${path}`,
        `/meridian/ledger/blob/main/${path}`,
        `/meridian/ledger/tree/main/${path}`,
        `/meridian/ledger/edit/main/${path}`,
        `/${path}`,
      ]),
      ...refs.flatMap(ref => [
        `/api/v3/repos/meridian/ledger/contents/README.md?ref=${ref}`,
        `/api/v3/repos/meridian/ledger/commits/${ref}/status`,
        `/api/v3/repos/meridian/ledger/tarball/${ref}`,
        `/api/v3/repos/meridian/ledger/git/trees/${ref}`,
        `/api/v3/repos/meridian/ledger/git/blobs/${ref}`,
        `/raw/meridian/ledger/${ref}/README.md`,
        `/meridian/ledger/blob/${ref}/README.md`,
      ]),
      '/api/v3/repos/..%2f..%2f/x/contents/a',
      '/api/v3/repos/meridian/..%2f..%2fsecret.txt/contents/a',
      '/raw/../../secret.txt',
    ];

    it.each(addresses)('finds nothing at %s', async address => {
      const { status: answer, body } = await forge.ask(address);
      expect(answer).toBe(404);
      expect(String(body)).not.toMatch(/outside|root:/);
      expect(String(body)).not.toContain(forge.directory);
    });

    it('finds nothing at an address that can not be decoded', async () => {
      expect(
        await status('/api/v3/repos/meridian/ledger/contents/%E0%A4'),
      ).toBe(400);
    });
  });
});
