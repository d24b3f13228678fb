import {
  PLATFORM_PATHS,
  platformCodeOwners,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ownersGaps } from './codeOwners';

const TEAM = '@acme/platform';
const OWN = platformCodeOwners(TEAM);
const WORKFLOWS = '/.github/workflows/';

const gapsOf = (text: string) =>
  ownersGaps(text, PLATFORM_PATHS, TEAM).map(({ line, path }) => [path, line]);

/** The line that is added after the platform's own. */
const LAST = OWN.split('\n').length;

describe('ownersGaps', () => {
  it.each([
    OWN,
    `* @acme/team\n${OWN}`,
    `${OWN}# * @acme/team\n`,
    `${OWN}/src/ @acme/team\n/docs/CODEOWNERS @acme/team\n`,
    `${OWN}*.md @acme/team\n*.ts @acme/team\npackage.json @acme/team\n`,
    `${OWN}/.github/actions/ @acme/team\n/.github/actions/build/action.yml @acme/team\n`,
    `${OWN}docs/** @acme/team\n**/src @acme/team\n/src/**/workflows/ @acme/team\n`,
    `${OWN}github/workflows/ @acme/team\n/CODEOWNERS.md @acme/team\n`,
    '* @ACME/Platform\n',
    '/CODEOWNERS @acme/platform # and nobody else\n/.github/ @acme/platform\n',
    'CODEOWNERS @acme/platform\n.github/workflows @acme/platform\n',
  ])('has nothing to say of %j', text => {
    expect(gapsOf(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['* @acme/team', PLATFORM_PATHS],
    ['** @acme/team', PLATFORM_PATHS],
    ['*', PLATFORM_PATHS],
    ['/** @acme/team @acme/platform', PLATFORM_PATHS],
    ['/.github/ @acme/team', ['/.github/CODEOWNERS', WORKFLOWS]],
    ['.github @acme/team', ['/.github/CODEOWNERS', WORKFLOWS]],
    ['/.github/* @acme/team', ['/.github/CODEOWNERS', WORKFLOWS]],
    ['/.github/** @acme/team', ['/.github/CODEOWNERS', WORKFLOWS]],
    ['**/CODEOWNERS @acme/team', ['/CODEOWNERS', '/.github/CODEOWNERS']],
    ['CODE?WNERS @acme/team', ['/CODEOWNERS', '/.github/CODEOWNERS']],
    ['/CODEOWNERS', ['/CODEOWNERS']],
    ['workflows/ @acme/team', [WORKFLOWS]],
    ['*.yml @acme/team', [WORKFLOWS]],
    ['*.y* @acme/team', [WORKFLOWS]],
    ['paved-road.yml @acme/team', [WORKFLOWS]],
    ['/.github/workflows/deploy.yaml @acme/team', [WORKFLOWS]],
    ['/**/workflows/*.yml @acme/team', [WORKFLOWS]],
    ['/.g*b/work* @acme/team', [WORKFLOWS]],
    // Nobody can tell what it matches, so it may be the platform's.
    ['/src/[ab].yml @acme/team', PLATFORM_PATHS],
  ])('finds what a later %j takes away', (line, paths) => {
    expect(gapsOf(`${OWN}${line}\n`)).toEqual(
      PLATFORM_PATHS.filter(path => paths.includes(path)).map(path => [
        path,
        LAST,
      ]),
    );
  });

  it('finds what nobody gives to the platform', () => {
    expect(gapsOf('')).toEqual(PLATFORM_PATHS.map(path => [path, undefined]));
    expect(gapsOf('/CODEOWNERS @acme/platform\n')).toEqual([
      ['/.github/CODEOWNERS', undefined],
      [WORKFLOWS, undefined],
    ]);
    // Only some workflows, and only where one looks closely.
    expect(gapsOf('/.github/workflows/*.yml @acme/platform\n')).toHaveLength(3);
  });

  it('is not held up by a file that is written to do so', () => {
    const line = `${'**/a*'.repeat(80)} @acme/team\n`;
    const stars = `/${'*a'.repeat(200)} @acme/team\n`;
    const text = OWN + line.repeat(1_000) + stars.repeat(1_000);
    expect(gapsOf(text)).toEqual([]);
  });
});
