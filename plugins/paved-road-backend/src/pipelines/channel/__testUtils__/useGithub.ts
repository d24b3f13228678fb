import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { RepositoryPlace } from '../facts';
import { GithubClient } from '../github/GithubClient';
import { GithubRepositorySource } from '../github/GithubRepositorySource';

export const SECRET = 'ghp_a-secret-token';

export type Answer = (req: IncomingMessage, res: ServerResponse) => void;

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end(JSON.stringify(body));
  };

export const notFound = json({ message: 'Not Found' }, 404);

/** What GitHub answers of a repository whose branch nobody protects. */
const ordinary: Record<string, Answer> = {
  '': json({ full_name: 'acme/ledger', default_branch: 'trunk/1' }),
  '/contents': json([{ name: 'CODEOWNERS' }, { name: '.github' }]),
  '/contents/CODEOWNERS': json({
    type: 'file',
    encoding: 'base64',
    // In lines, as GitHub sends it.
    content: Buffer.from('* @acme/team')
      .toString('base64')
      .replace(/(.{8})/g, '$1\n'),
  }),
  '/branches/trunk%2F1/protection': json(
    { message: 'Branch not protected' },
    404,
  ),
};

/**
 * Starts a host that answers as a test says, and as GitHub otherwise; to be called
 * where tests are declared.
 */
export function useGithub() {
  const stops: (() => void)[] = [];

  afterEach(() => stops.splice(0).forEach(stop => stop()));

  return async function setup(answers: Record<string, Answer>) {
    const asked: string[] = [];
    const authorized = new Set<string | undefined>();
    const server = createServer((req, res) => {
      const path = String(req.url).replace('/api/v3/repos/acme/ledger', '');
      asked.push(path);
      authorized.add(req.headers.authorization);
      const answer = { ...ordinary, ...answers }[path] ?? notFound;
      answer(req, res);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const host = `localhost:${port}`;
    const integrations = ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              {
                host,
                apiBaseUrl: `http://127.0.0.1:${port}/api/v3`,
                token: SECRET,
              },
            ],
          },
        },
      }),
    );
    const source = new GithubRepositorySource(
      new GithubClient({
        integrations,
        credentials:
          DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        timeoutMs: 500,
      }),
    );
    const place: RepositoryPlace = {
      host,
      owner: 'acme',
      name: 'ledger',
      url: `http://${host}/acme/ledger`,
    };
    return {
      asked,
      authorized,
      server,
      read: (options: { isWired?: boolean; signal?: AbortSignal } = {}) =>
        source.read(place, { isWired: true, ...options }),
    };
  };
}
