import { TestForge } from '../__testUtils__/forge';
import { startOwnedForge, OWNERS } from '../__testUtils__/owned';
import { ownersOf } from './codeOwners';

describe('whose a file is', () => {
  it.each([
    ['CODEOWNERS', ['@meridian/platform']],
    ['.github/workflows/paved-road.yml', ['@meridian/platform']],
    ['.github/workflows/deep/er.yml', ['@meridian/platform']],
    ['.github/actions/build/action.yml', ['@meridian/team']],
    ['docs/CODEOWNERS', ['@meridian/team']],
    ['src/app.ts', ['@meridian/team']],
  ])('%s', (path, owners) => {
    expect(ownersOf(OWNERS, path)).toEqual(owners);
  });

  it.each([
    ['a later line', `${OWNERS}/.github/ @meridian/team\n`, ['@meridian/team']],
    ['a later line for nobody', `${OWNERS}*.yml\n`, []],
    ['a comment', `${OWNERS}# * @evil/x\n`, ['@meridian/platform']],
    ['a glob', `${OWNERS}**/paved-*.yml @a/b\n`, ['@a/b']],
    ['a folder’s files', `${OWNERS}.github/* @a/b\n`, ['@meridian/platform']],
    [
      'too many stars',
      `${OWNERS}${'*a'.repeat(40)} @a/b\n`,
      ['@meridian/platform'],
    ],
  ])('is by %s what that line says', (_, text, owners) => {
    expect(ownersOf(text, '.github/workflows/paved-road.yml')).toEqual(owners);
  });
});

describe('a change of what the platform owns', () => {
  let forge: Awaited<ReturnType<typeof startOwnedForge>>;
  beforeAll(async () => {
    forge = await startOwnedForge();
  });
  afterAll(() => forge.end());

  const WORKFLOW = '.github/workflows/paved-road.yml';

  it('waits for the platform, and for the head as it is', async () => {
    const { approve, clone, merge } = await forge.propose('skip-the-scan', {
      [WORKFLOW]: 'jobs: {}\n',
      // The proposed owners have no say.
      CODEOWNERS: '* @meridian/team\n',
    });
    const held = {
      status: 405,
      message: expect.stringContaining(
        'Waiting on code owner review from @meridian/platform',
      ),
    };
    await expect(merge()).rejects.toMatchObject(held);
    await approve('mia.kowalski');
    await expect(merge()).rejects.toMatchObject(held);
    await approve('priya.raman');
    // What comes after an approval was not approved.
    await forge.more(clone, 'skip-the-scan', { [WORKFLOW]: 'jobs: {a: {}}\n' });
    await expect(merge()).rejects.toMatchObject(held);
    await approve('priya.raman', 'REQUEST_CHANGES');
    await expect(merge()).rejects.toMatchObject(held);
    await approve('priya.raman');
    await merge();
  });

  it('waits for nobody where only the team’s own is changed', async () => {
    const { merge } = await forge.propose('ours', { 'src/app.ts': 'x\n' });
    expect((await merge()).data.merged).toBe(true);
  });

  it('is not approved by its author', async () => {
    const { approve } = await forge.propose('own', { 'a.txt': 'x\n' });
    await expect(approve('sandbox')).rejects.toThrow(/your own pull request/);
  });
});

describe('what is wrong with code owners', () => {
  let forge: TestForge;
  const at = { owner: 'meridian', repo: 'ledger' };
  const errors = async (ref?: string) =>
    (await forge.octokit().rest.repos.codeownersErrors({ ...at, ref })).data
      .errors;

  beforeAll(async () => {
    forge = await TestForge.start(
      { ledger: { CODEOWNERS: OWNERS }, cards: { 'README.md': 'Cards\n' } },
      { teams: new Map([['@meridian/platform', ['priya.raman']]]) },
    );
  });
  afterAll(() => forge.end());

  it('is a team that nobody knows', async () => {
    expect(await errors()).toEqual([
      {
        line: 1,
        column: 3,
        kind: 'Unknown owner',
        source: '* @meridian/team',
        suggestion: expect.stringContaining('@meridian/team exists'),
        message: expect.stringMatching(
          /^Unknown owner on line 1: make sure the team @meridian\/team .*\n\n {2}\* @meridian\/team\n {4}\^$/s,
        ),
        path: 'CODEOWNERS',
      },
    ]);
  });

  it('is nothing where all teams are known, and of persons', async () => {
    const clone = await forge.clone('ledger');
    await forge.pushBranch(clone, 'known', {
      CODEOWNERS:
        '# * @nobody/knows\n/a @Meridian/Platform mia@meridian.example\n/b @mia.kowalski\n/free\n',
    });
    expect(await errors('known')).toEqual([]);
  });

  it('is what can be no owner, by its own line and place', async () => {
    const clone = await forge.clone('ledger');
    await forge.pushBranch(clone, 'wrong', {
      'docs/CODEOWNERS': '* @no/body\n',
      '.github/CODEOWNERS': `\n/a  team @x/y/z # <b>\n${'/b '.repeat(200)}\n`,
    });
    expect(await errors('wrong')).toMatchObject([
      {
        kind: 'Invalid owner',
        ...{ line: 2, column: 5, path: '.github/CODEOWNERS' },
      },
      { kind: 'Invalid owner', line: 2, column: 10, suggestion: null },
    ]);
  });

  it('is not known where the forge was told of no teams', async () => {
    const untold = await TestForge.start({ ledger: { CODEOWNERS: OWNERS } });
    const asked = untold.octokit().rest.repos.codeownersErrors(at);
    await expect(asked).rejects.toMatchObject({ status: 404 });
    await untold.end();
  });

  it('is not known where there are none, or there is no such ref', async () => {
    for (const other of [{ repo: 'cards' }, { ref: 'gone' }, { ref: '-x' }]) {
      await expect(
        forge.octokit().rest.repos.codeownersErrors({ ...at, ...other }),
      ).rejects.toMatchObject({ status: 404 });
    }
  });
});
