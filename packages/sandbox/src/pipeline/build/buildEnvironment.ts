import { join } from 'node:path';

/** Where packages come from on this machine; an address with a password is not told. */
const NETWORK = [
  'npm_config_registry',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
];

/**
 * All that a team's build knows of the machine. Nothing of the sandbox's own
 * environment is in it but where programs and packages are found.
 */
export function buildEnvironment(
  own: NodeJS.ProcessEnv,
  options: {
    home: string;
    npmCache: string;
    workspace: string;
    repository: string;
    sha: string;
    branch: string;
  },
): Record<string, string> {
  const { home, npmCache, workspace } = options;
  const network = NETWORK.flatMap(name => {
    const value = own[name];
    return value && !value.includes('@') ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(network),
    PATH: own.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    LANG: 'C.UTF-8',
    CI: 'true',
    npm_config_cache: npmCache,
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: options.repository,
    GITHUB_SHA: options.sha,
    GITHUB_REF_NAME: options.branch,
    GITHUB_ENV: join(home, 'env'),
    GITHUB_OUTPUT: join(home, 'output'),
    GITHUB_PATH: join(home, 'path'),
    GITHUB_STEP_SUMMARY: join(home, 'summary'),
    CODEBUILD_SRC_DIR: workspace,
    CODEBUILD_RESOLVED_SOURCE_VERSION: options.sha,
  };
}
