import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromRoot } from '../scripts/lib/paths.mjs';
import { require, startBackend } from './startBackend.mjs';

const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const { startForge } = require('@paved-road/sandbox');
const { PROTECTION, settings, wiredFiles } = require(fromRoot(
  'plugins/paved-road-backend/src/pipelines/channel/__testUtils__/repositories.ts',
));

const nameOf = index => `service-${index}`;

function seed(directory, count) {
  return Array.from({ length: count }, (_, index) => {
    const name = nameOf(index);
    for (const [path, text] of Object.entries(wiredFiles(name))) {
      const file = join(directory, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return { owner: 'meridian', name, directory: join(directory, name) };
  });
}

/** Counts what GitHub would count against the limit of a token. */
function countQuestions(prefix) {
  const real = globalThis.fetch;
  const counted = {
    questions: 0,
    stop() {
      globalThis.fetch = real;
    },
  };
  globalThis.fetch = async (url, options) => {
    const answer = await real(url, options);
    if (String(url).startsWith(prefix) && answer.status !== 304) {
      counted.questions++;
    }
    return answer;
  };
  return counted;
}

/**
 * Starts the sandbox forge with repositories that are wired and protected, and the
 * backend plugin that looks at them.
 *
 * @param wired - how many services have such a repository
 * @param services - how many there are; the others come from no repository
 */
export async function startChannel({ directory, wired, services }) {
  const forge = await startForge({
    port: 0,
    dataDirectory: join(directory, 'forge'),
    repositories: seed(join(directory, 'seed'), wired),
  });
  for (let index = 0; index < wired; index++) {
    const url = `${forge.url}/api/v3/repos/meridian/${nameOf(index)}`;
    const answer = await fetch(`${url}/branches/main/protection`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(PROTECTION),
    });
    if (!answer.ok) {
      throw new Error(`The forge protects nothing: ${answer.status}`);
    }
  }
  const { host } = new URL(forge.url);
  const counted = countQuestions(`${forge.url}/api/v3/repos/`);
  const backend = await startBackend({
    database: join(directory, 'channel.sqlite'),
    config: {
      integrations: {
        github: [{ host, apiBaseUrl: `${forge.url}/api/v3`, token: 'bench' }],
      },
      pavedRoad: {
        channel: {
          platformTeam: settings.platformTeam,
          githubActions: settings.githubActions,
        },
      },
    },
    features: [
      catalogServiceMock.factory({
        entities: Array.from({ length: services }, (_, index) => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: nameOf(index),
            namespace: 'default',
            annotations: {
              'backstage.io/managed-by-location':
                index < wired
                  ? `url:${forge.url}/meridian/${nameOf(
                      index,
                    )}/blob/main/catalog-info.yaml`
                  : 'file:/catalog-info.yaml',
            },
          },
          relations: [
            { type: 'ownedBy', targetRef: `group:default/team-${index % 40}` },
          ],
        })),
      }),
    ],
  });
  return {
    get: backend.get,
    /** Looks at the wiring of all services, as the schedule does. */
    lookAtAll: () => backend.runTask('paved-road-look-at-channels'),
    /** Questions to the forge so far, but for those whose answer was still the same. */
    questions: () => counted.questions,
    async rows() {
      const [{ rows }] = await backend
        .knex('channel_checks')
        .count('* as rows');
      return rows;
    },
    async stop() {
      counted.stop();
      await backend.stop();
      await forge.stop();
    },
  };
}
