import { Entity } from '@backstage/catalog-model';
import { goldenPaths } from './goldenPaths';
import { useForge } from './useForge';
import { useTasks } from './useTasks';

/** The branch of the pull request. */
export const BRANCH = 'adopt-the-paved-road';

/** The team's build on GitHub Actions. */
export const ACTION = '.github/actions/build/action.yml';

const OPEN_BUCKET = `Resources:
  Statements:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
`;

/** A service whose bucket production would not let through. */
export const serviceFiles = (name: string, annotations = '') => ({
  'catalog-info.yaml': `# Kept by hand.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
${annotations}spec:
  type: service
  lifecycle: production
  owner: group:default/${name}
`,
  'infra/template.yaml': OPEN_BUCKET,
});

/** A repository with that service alone. */
export const repository = (name: string, annotations?: string) => ({
  ...serviceFiles(name, annotations),
  'README.md': `${name}\n`,
  CODEOWNERS: `* @meridian/${name}\n`,
});

/** How the catalog has a service. */
export interface Known {
  /** The repository that it is read from; none where it is from a file. */
  repository?: string;
  path?: string;
  annotations?: (forgeUrl: string) => Record<string, string>;
}

/** A pull request that is open. */
export interface Pull {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
}

/**
 * Repositories on the sandbox forge, services in the catalog, and the template that
 * wires them; to be called where tests are declared.
 */
export function useAdoption(options: {
  repositories: Record<string, Record<string, string>>;
  services: Record<string, Known>;
}) {
  const { forge, octokit, read, push } = useForge(options.repositories);

  const entityOf = (name: string, known: Known): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': known.repository
          ? `url:${forge().url}/meridian/${known.repository}/blob/main/${
              known.path ?? 'catalog-info.yaml'
            }`
          : `file:/srv/catalog/${name}.yaml`,
        ...known.annotations?.(forge().url),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: name },
  });
  const { runTask } = useTasks({
    path: goldenPaths.find(({ name }) => name === 'adopt')!,
    forgeUrl: () => forge().url,
    entities: () =>
      Object.entries(options.services).map(([name, known]) =>
        entityOf(name, known),
      ),
  });

  const run = (name: string, more: Record<string, unknown> = {}) =>
    runTask({
      component: `component:default/${name}`,
      stage: 'propose',
      documents: 'infra/*.yaml',
      origin: 'repository',
      pipeline: 'github-actions',
      ...more,
    });

  async function pulls(repo: string): Promise<Pull[]> {
    const { data } = await octokit().rest.pulls.list({
      owner: 'meridian',
      repo,
      state: 'open',
    });
    return data;
  }

  /** What the pull request with the number changes. */
  async function filesOf(repo: string, pull: number) {
    const { data } = await octokit().rest.pulls.listFiles({
      owner: 'meridian',
      repo,
      pull_number: pull,
    });
    return data.map(({ filename }) => filename).sort();
  }

  /** Merges the one that is open. */
  async function merge(repo: string) {
    const [{ number }] = await pulls(repo);
    await octokit().rest.pulls.merge({
      owner: 'meridian',
      repo,
      pull_number: number,
    });
  }

  return { filesOf, merge, octokit, pulls, push, read, run };
}
