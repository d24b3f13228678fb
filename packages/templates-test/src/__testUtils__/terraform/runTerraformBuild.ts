import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TextFile } from '../goldenPaths';
import { withDirectory } from '../withDirectory';

const run = promisify(execFile);

/**
 * Runs the team's build with Terraform, which takes its provider from a mirror, and
 * without any credentials; gives the plan that it writes.
 */
export async function runTerraformBuild(
  files: TextFile[],
  mirror: string,
): Promise<string> {
  return withDirectory(files, async directory => {
    const configuration = join(directory, '..', 'terraform.rc');
    await writeFile(
      configuration,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(
        mirror,
      )}\n  }\n}\n`,
    );
    await run('bash', ['scripts/build.sh'], {
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        HOME: directory,
        TF_CLI_CONFIG_FILE: configuration,
      },
      maxBuffer: 10 * 1024 * 1024,
    }).catch(error => {
      throw new Error(`${error.stdout}\n${error.stderr}`);
    });
    return readFile(join(directory, 'plan.json'), 'utf8');
  });
}

/** What the team's build says where there is no Terraform. */
export async function runBuildWithoutTerraform(
  files: TextFile[],
): Promise<string> {
  return withDirectory(files, async directory => {
    const bin = join(directory, '..', 'bin');
    await mkdir(bin);
    for (const command of ['bash', 'cp', 'dirname', 'rm']) {
      const { stdout } = await run('bash', ['-c', `command -v ${command}`]);
      await symlink(stdout.trim(), join(bin, command));
    }
    return run(join(bin, 'bash'), ['scripts/build.sh'], {
      cwd: directory,
      env: { PATH: bin },
    }).then(
      () => 'It passed',
      ({ stdout, stderr }) => `${stdout}${stderr}`,
    );
  });
}
