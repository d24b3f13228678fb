import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// Of tests alone: they ask the portal itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { writeFiles } from '../../forge/__testUtils__/forge';

const TOKEN = mockCredentials.service.token({
  onBehalfOf: mockCredentials.service('external:sandbox-pipeline'),
  targetPluginId: 'paved-road',
});

const CATALOG = '/api/catalog/';

const RULES = {
  'rules/pack.yaml': 'id: acme\n',
  'rules/bucket_is_private.guard': `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule BUCKET_IS_PRIVATE when %buckets !empty {
  %buckets.Properties.AccessControl == 'Private' <<Anyone can read the bucket.>>
}
`,
  'rules/bucket_is_private.md': `---
title: Buckets are private
severity: high
remediation: Set AccessControl to Private.
---

A public bucket is read within hours.
`,
};

/** The real backend plugin, which services' pipelines may post to. */
export class TestPortal {
  private constructor(
    readonly url: string,
    readonly token: string,
    private readonly outage: { of: string; status: number; answers: number },
    private readonly end: () => Promise<void>,
  ) {}

  static async start(
    services: string[],
    /** Where the catalog has some services from: another place than `meridian/<name>`. */
    places: Record<string, string> = {},
  ): Promise<TestPortal> {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-portal-'));
    await writeFiles(directory, RULES);
    const backend = await startTestBackend({
      features: [
        pavedRoadPlugin,
        catalogServiceMock.factory({
          entities: services.map(name => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name, namespace: 'default' },
          })),
        }),
        mockServices.rootConfig.factory({
          data: {
            pavedRoad: {
              packs: [{ target: join(directory, 'rules') }],
              pipelines: [
                {
                  id: 'sandbox',
                  subject: 'external:sandbox-pipeline',
                  services: ['component:default/*'],
                },
              ],
            },
          },
        }),
      ],
    });
    const outage = { of: '/', status: 503, answers: 0 };
    const front: Server = createServer(async (req, res) => {
      if (outage.answers > 0 && req.url?.startsWith(outage.of)) {
        outage.answers -= 1;
        res.writeHead(outage.status).end();
        return;
      }
      // The catalog's own plugin is not in this portal.
      if (req.url?.startsWith(CATALOG)) {
        const name = String(req.url.split('/').pop());
        const {
          [name]:
            location = `url:http://localhost:7008/meridian/${name}/blob/main/catalog-info.yaml`,
        } = places;
        const annotations = { 'backstage.io/managed-by-location': location };
        res.end(JSON.stringify({ metadata: { name, annotations } }));
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of req) {
        chunks.push(chunk);
      }
      const { port } = backend.server.address() as AddressInfo;
      const headers = Object.fromEntries(
        Object.entries(req.headers).filter(
          ([name]) => !['host', 'connection', 'content-length'].includes(name),
        ),
      ) as Record<string, string>;
      const answer = await fetch(`http://127.0.0.1:${port}${req.url}`, {
        method: req.method,
        headers,
        body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
      });
      const etag = answer.headers.get('etag');
      const type = answer.headers.get('content-type');
      res.writeHead(answer.status, {
        ...(etag && { etag }),
        ...(type && { 'content-type': type }),
      });
      res.end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>(resolve => {
      front.listen(0, '127.0.0.1', resolve);
    });
    const { port } = front.address() as AddressInfo;
    return new TestPortal(
      `http://127.0.0.1:${port}/api/paved-road`,
      TOKEN,
      outage,
      async () => {
        front.closeAllConnections();
        front.close();
        await backend.stop();
        await rm(directory, { recursive: true, force: true });
      },
    );
  }

  /** What the portal keeps of a service, the newest first. */
  async results(
    service: string,
  ): Promise<{ stage: string; verdict: string; commit: string }[]> {
    const answer = await fetch(
      `${this.url}/services/component/default/${service}/pipeline-results`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
    const { items } = await answer.json();
    return items.map(({ stage, verdict, commit }: Record<string, string>) => ({
      ...{ stage, verdict, commit },
    }));
  }

  /** From now on so many of the answers of one of its plugins are such a status. */
  fail(plugin: 'catalog' | 'paved-road', status: number, answers = Infinity) {
    Object.assign(this.outage, { of: `/api/${plugin}/`, status, answers });
  }

  recover() {
    this.outage.answers = 0;
  }

  stop(): Promise<void> {
    return this.end();
  }
}

/** Waits until something is there, and answers it. */
export async function eventually<T>(
  what: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await what();
    if (found !== undefined) {
      return found;
    }
    await sleep(100);
  }
  throw new Error(`It did not come: ${what}`);
}
