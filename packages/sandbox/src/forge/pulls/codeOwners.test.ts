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
