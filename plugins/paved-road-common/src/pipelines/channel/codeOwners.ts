/**
 * Where a repository's code owners are named.
 *
 * @public
 */
export const CODE_OWNERS_PATH = 'CODEOWNERS';

/**
 * Where GitHub looks for code owners, in this order; it heeds only the first that
 * is there
 * (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners).
 *
 * @public
 */
export const CODE_OWNERS_PLACES = [
  '.github/CODEOWNERS',
  CODE_OWNERS_PATH,
  'docs/CODEOWNERS',
] as const;

/**
 * The files of a repository that belong to the platform: who has to agree to a
 * change, and what runs in the platform's pipeline. GitHub reads
 * `.github/CODEOWNERS` before the other one, so it must be nobody else's either.
 *
 * @public
 */
export const PLATFORM_PATHS = [
  '/CODEOWNERS',
  '/.github/CODEOWNERS',
  '/.github/workflows/',
];

const HEADING =
  "# The platform's: who has to agree to what, and what runs in its pipeline.";

/**
 * The lines that give the platform's files to the platform. They come last in
 * the file, since the last line that matches counts.
 *
 * @param team - such as `@acme/platform`
 *
 * @public
 */
export function platformCodeOwners(team: string): string {
  return `${[HEADING, ...PLATFORM_PATHS.map(path => `${path} ${team}`)].join(
    '\n',
  )}\n`;
}
