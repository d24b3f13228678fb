import {
  Answer,
  json,
  notFound,
  SECRET,
  useGithub,
} from '../__testUtils__/useGithub';

describe('GithubRepositorySource', () => {
  const setup = useGithub();

  it('reads what there is, and asks for no more than it needs', async () => {
    const { asked, authorized, read } = await setup({});
    expect(await read()).toEqual({
      known: true,
      value: {
        fullName: 'acme/ledger',
        defaultBranch: 'trunk/1',
        workflow: { known: true, value: undefined },
        hold: {
          codeOwners: {
            known: true,
            value: { path: 'CODEOWNERS', text: '* @acme/team' },
          },
          protection: { known: true, value: undefined },
        },
      },
    });
    expect([...authorized]).toEqual([`Bearer ${SECRET}`]);
    asked.splice(0);
    await read({ isWired: false });
    expect(asked).toEqual([
      '',
      '/contents',
      '/contents/.github/workflows/paved-road.yml',
    ]);
  });

  it('reads the CODEOWNERS that GitHub reads first', async () => {
    const file = (text: string) =>
      json({
        type: 'file',
        encoding: 'base64',
        content: Buffer.from(text).toString('base64'),
      });
    const { read } = await setup({
      '/contents/.github/CODEOWNERS': file('# this one'),
    });
    expect(await read()).toMatchObject({
      value: {
        hold: { codeOwners: { value: { path: '.github/CODEOWNERS' } } },
      },
    });
  });

  it('knows an empty repository', async () => {
    const { read } = await setup({
      '/contents': json({ message: 'This repository is empty.' }, 404),
    });
    expect(await read()).toMatchObject({
      value: {
        workflow: { value: undefined },
        hold: { codeOwners: { value: undefined } },
      },
    });
  });

  it('reads all of a protection', async () => {
    const { read } = await setup({
      '/branches/trunk%2F1/protection': json({
        required_status_checks: {
          contexts: ['build'],
          checks: [{ context: 'paved-road / verdict', app_id: 1 }],
        },
        required_pull_request_reviews: {
          require_code_owner_reviews: true,
          required_approving_review_count: 2,
          dismiss_stale_reviews: true,
          bypass_pull_request_allowances: {
            users: [{ login: 'root' }],
            teams: [{ slug: 'friends' }],
            apps: [],
          },
        },
        enforce_admins: { enabled: true },
        allow_force_pushes: { enabled: true },
        allow_deletions: { enabled: false },
      }),
    });
    expect(await read()).toMatchObject({
      value: {
        hold: {
          protection: {
            value: {
              pullRequests: true,
              codeOwnerReviews: true,
              approvals: 2,
              dismissesStale: true,
              checks: ['build', 'paved-road / verdict'],
              administrators: true,
              forcePushes: true,
              deletions: false,
              bypass: ['root', 'friends'],
            },
          },
        },
      },
    });
  });

  it('takes nothing to hold that a protection doesn’t say', async () => {
    const { read } = await setup({
      '/branches/trunk%2F1/protection': json({}),
    });
    expect(await read()).toMatchObject({
      value: {
        hold: {
          protection: {
            value: {
              pullRequests: false,
              codeOwnerReviews: false,
              checks: [],
              administrators: false,
              forcePushes: true,
              deletions: true,
            },
          },
        },
      },
    });
  });

  it.each<[string, Answer]>([
    ['a right that is missing', json({ message: 'Not Found' }, 404)],
    [
      'a refusal',
      json({ message: 'Resource not accessible by integration' }, 403),
    ],
    ['an answer that isn’t GitHub’s', json([])],
    ['an error', json({}, 502)],
    ['an answer that never comes', () => {}],
  ])('doesn’t take %s for a branch without protection', async (_, answer) => {
    const { read } = await setup({
      '/branches/trunk%2F1/protection': answer,
    });
    const found = await read();
    expect(found).toMatchObject({
      known: true,
      value: { hold: { protection: { known: false } } },
    });
    expect(JSON.stringify(found)).not.toContain(SECRET);
  });

  it.each<[string, Record<string, Answer>, RegExp]>([
    ['is hidden', { '': notFound }, /credentials can’t see it/],
    ['takes no credentials', { '': json({}, 401) }, /refuses the portal’s/],
    ['is down', { '': (_, res) => res.destroy() }, /can’t be reached/],
    ['hangs', { '': () => {} }, /didn’t answer in time/],
    [
      'hangs in the middle of its answer',
      {
        '': (_, res) => {
          res.writeHead(200);
          res.write('{');
        },
      },
      /didn’t answer in time/,
    ],
    [
      'answers without an end',
      {
        '': (_, res) => {
          const more = () => {
            while (!res.destroyed && res.write('x'.repeat(65_536))) {
              // Until the connection is full.
            }
            res.once('drain', more);
          };
          more();
        },
      },
      /larger than what is read/,
    ],
    ['answers with no JSON', { '': (_, res) => res.end('<html>') }, /see it/],
    [
      'shows no files',
      { '/contents': json({ message: 'Not Found' }, 404) },
      /can’t read the files/,
    ],
  ])('knows nothing of a repository that %s', async (_, answers, words) => {
    const { read } = await setup(answers);
    const found = await read();
    expect(found).toEqual({
      known: false,
      problem: expect.stringMatching(words),
    });
    expect(JSON.stringify(found)).not.toContain(SECRET);
  });

  it.each<[string, number, Record<string, string>]>([
    ['too many questions', 429, {}],
    ['a wish to wait', 403, { 'retry-after': '60' }],
    ['no question left', 403, { 'x-ratelimit-remaining': '0' }],
  ])('leaves a host alone after %s', async (_, status, headers) => {
    const { asked, read } = await setup({ '': json({}, status, headers) });
    const problem = expect.stringMatching(/takes no more questions/);
    expect(await read()).toEqual({ known: false, problem });
    expect(await read()).toEqual({ known: false, problem });
    expect(asked).toEqual(['']);
  });

  it('asks for nothing twice that is still the same, and believes what has changed', async () => {
    const tried: (string | undefined)[] = [];
    let changed = false;
    let protection = json({ enforce_admins: { enabled: true } }, 200, {
      etag: '"held"',
    });
    const named: Answer = (req, res) => {
      tried.push(req.headers['if-none-match']);
      // As hosts do, which answer in full to `no-cache`.
      const isSame = req.headers['cache-control'] !== 'no-cache' && !changed;
      if (req.headers['if-none-match'] === '"held"' && isSame) {
        res.writeHead(304).end();
      } else {
        protection(req, res);
      }
    };
    const { read } = await setup({
      '/branches/trunk%2F1/protection': named,
    });
    const held = async () => {
      const look = await read();
      return look.known ? look.value.hold?.protection : look;
    };
    const first = await held();
    expect(first).toMatchObject({ value: { administrators: true } });
    protection = json({ enforce_admins: { enabled: false } });
    expect(await held()).toEqual(first);
    expect(tried).toEqual([undefined, '"held"']);

    changed = true;
    protection = json({ message: 'Branch not protected' }, 404);
    expect(await held()).toEqual({ known: true, value: undefined });
    expect(await held()).toEqual({ known: true, value: undefined });
    expect(tried.slice(2)).toEqual(['"held"', undefined]);
  });

  it('takes no word for it that nothing has changed where it knows nothing', async () => {
    const { read } = await setup({
      '/branches/trunk%2F1/protection': (_, res) => res.writeHead(304).end(),
    });
    expect(await read()).toMatchObject({
      value: { hold: { protection: { known: false } } },
    });
  });

  it('stops when it is told to', async () => {
    const { read } = await setup({ '': () => {} });
    const controller = new AbortController();
    const reading = read({ signal: controller.signal });
    controller.abort(new Error('The portal goes down'));
    await expect(reading).rejects.toThrow('The portal goes down');
  });
});
