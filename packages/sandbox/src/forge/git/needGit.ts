import { runGit } from './git';

const OLDEST = [2, 32];

/**
 * Makes sure that there is a git that knows all that is asked of it here.
 *
 * @throws Error that says what to install.
 */
export async function needGit(): Promise<void> {
  const needed = `The sandbox forge needs git ${OLDEST.join('.')} or newer`;
  let printed: string;
  try {
    printed = (await runGit(['--version'])).toString('utf8').trim();
  } catch (error) {
    throw new Error(`${needed}, and git could not be started`, {
      cause: error,
    });
  }
  const [, major, minor] = /(\d+)\.(\d+)/.exec(printed) ?? [];
  const version = [Number(major), Number(minor)];
  const isNewEnough =
    version[0] > OLDEST[0] ||
    (version[0] === OLDEST[0] && version[1] >= OLDEST[1]);
  if (!isNewEnough) {
    throw new Error(`${needed}; this is ${printed}`);
  }
}
