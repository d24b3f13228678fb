import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { homeOf } from './homeOf';

const SERVICE = 'component:default/ledger';

describe('where the catalog has a service from', () => {
  let server: Server;
  let url: string;
  let answer: (req: IncomingMessage, res: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((req, res) => answer(req, res));
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/api/paved-road`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (portal = url, { signal } = new AbortController()) =>
    homeOf(
      SERVICE,
      { owner: 'meridian', name: 'ledger' },
      { url: portal, token: 's3cret', signal },
    );

  const located = (location?: string) =>
    JSON.stringify({
      metadata: {
        ...(location && {
          annotations: { 'backstage.io/managed-by-location': location },
        }),
      },
    });

  it('is asked with the token, of the service that is named', async () => {
    const asked: (string | undefined)[] = [];
    answer = (req, res) => {
      asked.push(req.url, req.headers.authorization);
      res.end(located('url:http://localhost:7008/Meridian/ledger/blob/main/x'));
    };
    expect(await ask()).toEqual({ from: 'own' });
    expect(asked).toEqual([
      '/api/catalog/entities/by-name/component/default/ledger',
      'Bearer s3cret',
    ]);
  });

  it.each([
    ['url:http://localhost:7008/meridian/ledger-2/blob/main/x', 'other'],
    ['url:http://localhost:7008/evil/meridian/ledger/x', 'other'],
    ['url:http://localhost:7008', 'unknown'],
    ['file:/srv/meridian/ledger/catalog-info.yaml', 'unknown'],
    [undefined, 'unknown'],
  ])('at %s, is %s', async (location, from) => {
    answer = (_, res) => res.end(located(location));
    expect((await ask()).from).toBe(from);
  });

  it.each([
    [200, '<html>', false],
    [200, '[]', false],
    [302, '', false],
    [400, '', false],
    [401, '', false],
    [403, '', false],
    [404, '', true],
    [429, '', true],
    [500, '', true],
  ])(
    'is unknown where the answer is %s %j',
    async (status, body, mayChange) => {
      answer = (_, res) => {
        res.writeHead(status, { location: '/elsewhere' }).end(body);
      };
      const home = await ask();
      expect(home).toMatchObject({ from: 'unknown', mayChange });
      expect(JSON.stringify(home)).not.toContain('s3cret');
    },
  );

  it('is unknown where nobody answers', async () => {
    answer = req => req.socket.destroy();
    expect(await ask()).toMatchObject({ from: 'unknown', mayChange: true });
  });

  it('is no longer asked for once the run is ended', async () => {
    const ending = new AbortController();
    answer = () => ending.abort(new Error('The sandbox is being stopped'));
    await expect(ask(url, ending)).rejects.toThrow('being stopped');
  });
});
