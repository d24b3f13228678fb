import { TestForge } from '../__testUtils__/forge';

describe('the API of the forge', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await TestForge.start({
      ledger: { 'README.md': 'The ledger\n', 'infra/a.yaml': 'a: 1\n' },
      cards: { 'README.md': 'The cards\n' },
    });
  });
  afterAll(() => forge.end());

  const ask = async (path: string) => {
    const { status: code, body } = await forge.ask(`/api/v3${path}`);
    return { code, ...JSON.parse(String(body)) };
  };

  it.each([
    ['/repos/meridian/gone', 404, 'Not Found'],
    ['/repos/meridian/ledger/contents/gone.yaml', 404, 'Not Found'],
    [
      '/repos/meridian/ledger/contents/README.md?ref=gone',
      404,
      'No commit found for the ref gone',
    ],
    ['/repos/meridian/ledger/branches/gone', 404, 'Branch not found'],
    [
      '/repos/meridian/ledger/commits/gone',
      422,
      'No commit found for SHA: gone',
    ],
    ['/repos/meridian/ledger/issues', 404, 'Not Found'],
  ])('says of %s: %d %s', async (path, code, message) => {
    expect(await ask(path)).toMatchObject({
      code,
      message,
      status: String(code),
    });
  });

  it('describes a repository with the templates that clients fill in', async () => {
    const api = `${forge.url}/api/v3/repos/meridian/ledger`;
    expect(await ask('/repos/meridian/ledger')).toMatchObject({
      full_name: 'meridian/ledger',
      default_branch: 'main',
      html_url: `${forge.url}/meridian/ledger`,
      clone_url: `${forge.url}/meridian/ledger.git`,
      archive_url: `${api}/{archive_format}{/ref}`,
      trees_url: `${api}/git/trees{/sha}`,
    });
  });

  it('lists a folder, and sends a file as base64', async () => {
    const { body } = await forge.ask('/api/v3/repos/meridian/ledger/contents');
    expect(JSON.parse(String(body))).toMatchObject([
      { type: 'file', path: 'README.md', size: 11 },
      { type: 'dir', path: 'infra' },
    ]);
    const file = await ask('/repos/meridian/ledger/contents/infra/a.yaml');
    expect(file).toMatchObject({ type: 'file', encoding: 'base64' });
    expect(String(Buffer.from(file.content, 'base64'))).toBe('a: 1\n');
    const blob = await forge.ask(new URL(file.git_url).pathname);
    expect(JSON.parse(String(blob.body)).content).toBe(file.content);
  });
});
