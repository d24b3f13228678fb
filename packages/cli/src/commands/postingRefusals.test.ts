import { RequestListener } from 'node:http';
import { join } from 'node:path';
import { forwardTo } from '../__testUtils__/portal';
import {
  naming,
  token,
  usePipelinePortal,
} from '../__testUtils__/pipelinePortal';

jest.setTimeout(60_000);

describe('a result that paved-road check --portal can’t post', () => {
  const { startPlugin, startPortal, workspace } = usePipelinePortal();

  it('is refused for a service that the pipeline may not speak for', async () => {
    const { check } = await startPortal();
    const ended = await check(
      'infra/good.yaml',
      ...naming({ '--service': 'component:default/lending' }),
    );
    expect(ended.stderr).toContain("token's owner post this result (403)");
    expect(ended.stderr).toContain('may not speak for');
    expect(ended.exitCode).toBe(2);
  });

  it.each<[string, RequestListener, string]>([
    [
      'answers with a page',
      (_, res) => res.end('<html>Sign in</html>'),
      "can't be read, so what it judges is not known",
    ],
    [
      'leads elsewhere',
      (_, res) => res.writeHead(302, { Location: 'https://a.example' }).end(),
      'leads elsewhere (302)',
    ],
    ['goes away', (_, res) => res.destroy(), "can't be reached"],
    [
      'repeats the token',
      (req, res) =>
        res
          .writeHead(500)
          .end(
            JSON.stringify({ error: { message: req.headers.authorization } }),
          ),
      'It says: Bearer …',
    ],
  ])('does not pass where the portal %s', async (_, taker, words) => {
    const { check } = await startPortal(taker);
    for (const document of ['infra/good.yaml', 'infra/bad.yaml']) {
      const ended = await check(document, ...naming());
      expect(ended.stderr).toContain(words);
      expect(ended.stderr).not.toContain(token);
      expect(ended.stdout).toContain(document);
      expect(ended.exitCode).toBe(2);
    }
  });

  it('does not pass by what the portal says of another run', async () => {
    const plugin = forwardTo(await startPlugin());
    const { check } = await startPortal((req, res) => {
      req.url = req.url?.replace(/[^/]+$/, 'build:41');
      plugin(req, res);
    });
    const ended = await check('infra/good.yaml', ...naming());
    expect(ended.stderr).toContain('is about another result');
    expect(ended.exitCode).toBe(2);
  });

  it('takes only documents of the repository', async () => {
    const { check, results } = await startPortal();
    workspace().write({ 'inner/.git/HEAD': '' });
    workspace().cwd = join(workspace().path, 'inner');
    const ended = await check('../infra/good.yaml', ...naming());
    expect(ended.stderr).toContain('lies outside of the repository');
    expect(ended.exitCode).toBe(2);
    expect(await results()).toEqual([]);
  });

  it.each([
    [{ '--commit': undefined, '--run': undefined }, 'also --run, --commit'],
    [{ '--run-url': undefined }, 'say also --run-url'],
    [{ '--service': 'ledger' }, '--service: must be an entity such as'],
    [{ '--service': 'component:default/..' }, '--service: must be an entity'],
    [{ '--run': '' }, '--run: must be up to 200 letters'],
    [{ '--commit': 'c0ffee' }, '--commit: must be the 40 hexadecimal digits'],
    [{ '--stage': 'source' }, '--stage: '],
    [
      { '--run-url': 'ftp://ci.example.com' },
      '--run-url: must be an http or https',
    ],
  ])('is not posted with %j', async (change, words) => {
    const ended = await workspace().run(
      ...['check', 'infra/good.yaml', '--portal', 'https://portal.example'],
      ...naming(change),
    );
    expect(ended.stderr).toContain(words);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('is of no use without a portal', async () => {
    const ended = await workspace().run(
      ...['check', 'infra/good.yaml', '--pack', 'portal/rules', ...naming()],
    );
    expect(ended.stderr).toContain('--service is of no use without --portal');
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
