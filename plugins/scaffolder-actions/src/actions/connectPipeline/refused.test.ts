import { useConnect, wired, WORKFLOW } from './__testUtils__/useConnect';

jest.setTimeout(60_000);

const { [WORKFLOW]: caller, CODEOWNERS } = wired;
const MERGE = /merge the pull request first$/;

describe('paved-road:pipeline:connect leaves a branch open', () => {
  const { run, portal, protection, forge } = useConnect({
    bare: { 'README.md': 'Bare\n' },
    'no-workflow': { CODEOWNERS },
    'no-owners': { [WORKFLOW]: caller },
    'other-version': { ...wired, [WORKFLOW]: caller.replace('@v2', '@main') },
    'other-workflow': {
      ...wired,
      [WORKFLOW]: caller.replace('meridian/pipelines', 'mallory/pipelines'),
    },
    'other-service': {
      ...wired,
      [WORKFLOW]: caller.replace('payments-api', 'ledger'),
    },
    'one-more-job': {
      ...wired,
      [WORKFLOW]: `${caller}  deploy:\n    runs-on: ubuntu-latest\n`,
    },
    'no-newline': { ...wired, [WORKFLOW]: caller.trimEnd() },
    overridden: { ...wired, CODEOWNERS: `${CODEOWNERS}* @meridian/payments\n` },
    'other-team': {
      ...wired,
      CODEOWNERS: CODEOWNERS.replace(/platform$/gm, 'payments'),
    },
    'heeded-first': { ...wired, '.github/CODEOWNERS': '* @mia\n' },
  });

  it.each<[string, RegExp]>([
    ['bare', /'.github\/workflows\/paved-road.yml' isn't on main; /],
    ['no-workflow', /'.github\/workflows\/paved-road.yml' isn't on main; /],
    ['no-owners', /There is no CODEOWNERS on main/],
    ['other-version', /line 15 says '.*@main' instead of '.*@v2'/],
    ['other-workflow', /line 15 says 'uses: mallory\/pipelines/],
    ['other-service', /says 'service: "component:default\/ledger"' instead/],
    ['one-more-job', /isn't what the platform writes/],
    ['no-newline', /isn't what the platform writes/],
    ['overridden', /'CODEOWNERS' on main doesn't end with the lines that give/],
    ['other-team', /'CODEOWNERS' on main doesn't end with the lines that give/],
    ['heeded-first', /'.github\/CODEOWNERS' on main doesn't end/],
  ])('where the platform’s files are not there: %s', async (name, message) => {
    const { error, output } = await run(name);
    expect(error?.message).toMatch(message);
    expect(error?.message).toMatch(MERGE);
    expect(error?.name).toBe('InputError');
    expect(output).not.toHaveProperty('set');
    expect(await protection(name)).toMatchObject({
      message: 'Branch not protected',
    });
  });

  it('where the repository was not made', async () => {
    const { error } = await run('unheard-of');
    expect(error?.name).toBe('NotAllowedError');
    expect(error?.message).toMatch(
      /answers with 404 \(Not Found.*\): either there is no .*\/unheard-of, or/,
    );
  });

  it('where another branch is the default', async () => {
    const { error } = await run('bare', { branch: 'trunk' });
    expect(error?.message).toMatch(
      /The default branch of .*\/bare is 'main' and not 'trunk'/,
    );
  });

  it('where the portal does not offer the provider', async () => {
    const { requiredCheck, platformTeam } = portal().channel;
    portal().channel = { requiredCheck, platformTeam };
    expect((await run('bare')).error?.message).toMatch(
      /doesn't offer any pipeline/,
    );
  });

  it.each<[object, RegExp]>([
    [{ service: '../x' }, /is no entity ref/],
    [{ documents: '../*.yaml' }, /leads out/],
    [{ documents: '${{ x }}' }, /control character/],
    [{ branch: '../../x/branches/main' }, /can't be used/],
    [{ repoUrl: 'github.com?owner=..&repo=x' }, /names no repository/],
  ])('where it is told %j', async (input, message) => {
    expect((await run('bare', input)).error?.message).toMatch(message);
    expect(portal().calls).toEqual([]);
  });

  it('where there is no token, or the user’s is wanted', async () => {
    const access = forge().access();
    const none = {
      ...access,
      credentials: { getCredentials: async () => ({ type: 'token' as const }) },
    };
    expect((await run('bare', {}, { access: none })).error?.message).toMatch(
      /has no token for localhost:\d+\/meridian\/bare; configure one/,
    );
    const users = { ...access, needsUserToken: true };
    expect((await run('bare', {}, { access: users })).error?.message).toMatch(
      /tokens of users only/,
    );
    expect(
      (await run('bare', { token: 'mine' }, { access: users })).error?.message,
    ).toMatch(MERGE);
  });
});
