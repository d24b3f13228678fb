import { TestForge } from '../__testUtils__/forge';

const HOSTILE = '<script>alert("x")</script>';

describe('the pages of the forge', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await TestForge.start({
      ledger: {
        'README.md': `# Ledger ${HOSTILE}\n`,
        'infra/a.yaml': `a: 1\n  b: "${HOSTILE}"\nc: 'last'\n`,
        [`infra/<img src=x onerror=alert(1)> 'it's'.yaml`]: 'x\n',
        'infra/windows.json': Buffer.from('\ufeff{"plan": "ü"}\r\n', 'utf16le'),
        'docs/binary.bin': Buffer.from([0, 255, 1]),
        'docs/empty.txt': '',
        'docs/large.txt': 'x'.repeat(1024 * 1024 + 1),
        'docs/long.txt': 'x\n'.repeat(20_001),
      },
    });
  });
  afterAll(() => forge.end());

  async function page(path: string) {
    const { status, headers, body } = await forge.ask(path);
    return { status, headers, text: String(body) };
  }

  it('says what it is and lists the repositories', async () => {
    const { text } = await page('/');
    expect(text).toContain('Sandbox forge');
    expect(text).toContain(`href="${forge.url}/meridian/ledger"`);
    expect(text).toContain('Start from the example in the project');
  });

  it('numbers the lines of a file, each with an address of its own', async () => {
    const { text } = await page('/meridian/ledger/blob/main/infra/a.yaml');
    expect(text.match(/<tr id="L\d+">/g)).toEqual([
      '<tr id="L1">',
      '<tr id="L2">',
      '<tr id="L3">',
    ]);
    expect(text).toContain('href="#L3"');
    expect(text).toContain(
      '<td class="line">  b: &quot;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&quot;</td>',
    );
    const styles = await page('/_sandbox/forge.css');
    expect(styles.text).toContain('tr:target');
  });

  it.each([
    '/',
    '/meridian/ledger',
    '/meridian/ledger/tree/main/infra',
    '/meridian/ledger/blob/main/README.md',
    `/meridian/ledger/blob/main/infra/${encodeURIComponent(
      `<img src=x onerror=alert(1)> 'it's'.yaml`,
    )}`,
    `/meridian/ledger/edit/main/infra/${encodeURIComponent(
      `<img src=x onerror=alert(1)> 'it's'.yaml`,
    )}`,
    `/meridian/${encodeURIComponent(HOSTILE)}`,
    `/meridian/ledger/blob/main/${encodeURIComponent(HOSTILE)}`,
  ])('escapes what others wrote, and lets nothing run, at %s', async path => {
    const { headers, text } = await page(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).not.toMatch(/<script|<img/i);
  });

  it('sends the bytes of a file as nothing that a browser would run', async () => {
    const { headers } = await page('/meridian/ledger/raw/main/README.md');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('shows UTF-16 as Windows writes it', async () => {
    const { text } = await page(
      '/meridian/ledger/blob/main/infra/windows.json',
    );
    expect(text).toContain('{&quot;plan&quot;: &quot;ü&quot;}</td>');
  });

  it.each([
    ['binary.bin', 'This file is not text.'],
    ['empty.txt', 'This file is empty.'],
    ['large.txt', 'This file is too large for a page (1.0 MiB).'],
    ['long.txt', 'This file has too many lines for a page (20001).'],
  ])('says of %s: %s', async (name, words) => {
    const { status, text } = await page(
      `/meridian/ledger/blob/main/docs/${name}`,
    );
    expect(status).toBe(200);
    expect(text).toContain(words);
    expect(text.length).toBeLessThan(5_000);
  });

  it('tells how to propose a change, in words a shell takes literally', async () => {
    const { text } = await page('/meridian/ledger/edit/main/infra/a.yaml');
    expect(text).toContain('This is the sandbox forge');
    expect(text).toContain(`git clone ${forge.url}/meridian/ledger.git`);
    expect(text).toContain('git add -- infra/a.yaml');
    const name = `infra/<img src=x onerror=alert(1)> 'it's'.yaml`;
    const quoted = await page(
      `/meridian/ledger/edit/main/${encodeURIComponent(name)}`,
    );
    expect(quoted.text).toContain(
      'git add -- &#39;infra/&lt;img src=x onerror=alert(1)&gt; &#39;\\&#39;&#39;it&#39;\\&#39;&#39;s&#39;\\&#39;&#39;.yaml&#39;',
    );
  });

  it('leads from a file taken for a folder to the file, and back', async () => {
    const file = await page('/meridian/ledger/tree/main/README.md');
    expect(file.status).toBe(302);
    expect(file.headers.location).toBe(
      `${forge.url}/meridian/ledger/blob/main/README.md`,
    );
    const folder = await page('/meridian/ledger/blob/main/infra');
    expect(folder.headers.location).toBe(
      `${forge.url}/meridian/ledger/tree/main/infra`,
    );
  });

  it('says in words what protects the default branch, and leads there', async () => {
    const path = '/meridian/ledger/settings/branches';
    const before = await page(path);
    expect(before.text).toContain('Protection of main');
    expect(before.text).toContain('Not protected: everybody may push to it');
    const root = await page('/meridian/ledger');
    expect(root.text).toContain(`href="${forge.url}${path}"`);
    for (const branch of ['main', 'fix']) {
      const clone = await forge.clone('ledger');
      if (branch !== 'main') {
        await forge.git(clone, 'push', '--quiet', 'origin', `HEAD:${branch}`);
      }
      await forge.octokit().rest.repos.updateBranchProtection({
        ...{ owner: 'meridian', repo: 'ledger', branch },
        required_status_checks: { strict: true, contexts: [HOSTILE] },
        enforce_admins: true,
        required_pull_request_reviews: { require_code_owner_reviews: true },
        restrictions: null,
      });
    }
    const { status, text } = await page(path);
    expect(status).toBe(200);
    expect(text).toContain('Must have passed: &lt;script&gt;');
    expect(text).toContain('Must be up to date before it is merged.');
    expect(text).toContain('Reviews wanted: 1, by code owners.');
    expect(text).toContain('Protection of fix');
    expect(text).not.toMatch(/Not protected|<script/);
    expect((await page('/meridian/gone/settings/branches')).status).toBe(404);
  });

  it('answers people with a page where there is nothing', async () => {
    const { status, text } = await page('/meridian/gone');
    expect(status).toBe(404);
    expect(text).toContain('There is nothing at this address.');
  });
});
