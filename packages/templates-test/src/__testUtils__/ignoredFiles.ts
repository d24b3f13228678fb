import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { basename } from 'node:path';
import { TextFile } from './goldenPaths';
import { withDirectory } from './withDirectory';

/**
 * The files that the repository's own `.gitignore` keeps out of its first commit,
 * so that whoever clones it would miss them.
 */
export function ignoredFiles(files: TextFile[]): Promise<string[]> {
  const rules = files.filter(({ path }) => basename(path) === '.gitignore');
  return withDirectory(rules, async cwd => {
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
    };
    const git = (args: string[], input = '') => {
      const { status, stdout, stderr } = spawnSync('git', args, {
        cwd,
        env,
        input,
        encoding: 'utf8',
      });
      // 1 says that nothing is ignored.
      if (status !== 0 && !(status === 1 && args[0] === 'check-ignore')) {
        throw new Error(`git ${args[0]}: ${stderr}`);
      }
      return stdout;
    };
    git(['init', '--quiet']);
    return git(
      ['check-ignore', '--no-index', '--stdin'],
      files.map(({ path }) => path).join('\n'),
    )
      .split('\n')
      .filter(line => line);
  });
}
