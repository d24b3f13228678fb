import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { useConnect, wired, WORKFLOW } from './__testUtils__/useConnect';

// GitHub's client asks again before it gives up.
jest.setTimeout(90_000);

type Answer = [status: number, body: object];

const file = (text: string): Answer => [
  200,
  {
    type: 'file',
    size: text.length,
    encoding: 'base64',
    content: Buffer.from(text).toString('base64'),
  },
];

describe('paved-road:pipeline:connect, where the forge', () => {
  const { run, forge } = useConnect({ ledger: { 'README.md': 'x\n' } });
  let answers: Record<string, Answer>;
  let asked: { call: string; authorization?: string }[];
  let server: Server;

  /** A forge that has the platform's files, and nothing else to say than it is told. */
  beforeEach(async () => {
    asked = [];
    answers = {
      'GET ': [
        200,
        { html_url: 'https://x.example/a/b', default_branch: 'main' },
      ],
      [`GET /contents/${WORKFLOW}`]: file(wired[WORKFLOW]),
      'GET /contents/CODEOWNERS': file(wired.CODEOWNERS),
      'GET /branches/main/protection': [
        404,
        { message: 'Branch not protected' },
      ],
    };
    server = createServer((req: IncomingMessage, res) => {
      const path = decodeURIComponent(new URL(req.url!, 'http://x').pathname);
      const call = `${req.method} ${path.replace(
        '/repos/meridian/payments',
        '',
      )}`;
      asked.push({ call, authorization: req.headers.authorization });
      const [status, body] = answers[call] ?? [404, { message: 'Not Found' }];
      res
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  function connect() {
    const { port } = server.address() as AddressInfo;
    const host = forge().host;
    const access = forge().access(
      new ConfigReader({
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `http://127.0.0.1:${port}`,
              token: 'gho_s3cret',
            },
          ],
        },
      }),
    );
    return run('payments', {}, { access });
  }

  const written = () => asked.filter(({ call }) => !call.startsWith('GET'));

  it.each<[string, Record<string, Answer>, RegExp]>([
    [
      'doesn’t know the token',
      { 'GET ': [401, { message: 'Bad credentials' }] },
      /doesn't accept the token \(Bad credentials.*\); renew it/,
    ],
    [
      'hides the protection from it',
      { 'GET /branches/main/protection': [404, { message: 'Not Found' }] },
      /answers with 404 .* the token lacks the right 'administration: write'/,
    ],
    [
      'refuses to show the protection',
      {
        'GET /branches/main/protection': [
          403,
          { message: 'Resource not accessible by integration' },
        ],
      },
      /Resource not accessible .* lacks the right 'administration: write'/,
    ],
    [
      'refuses to set it',
      { 'PUT /branches/main/protection': [403, { message: 'Forbidden' }] },
      /answers with 403 .* lacks the right 'administration: write'/,
    ],
    [
      'doesn’t protect under its plan',
      {
        'GET /branches/main/protection': [
          403,
          { message: 'Upgrade to GitHub Pro or make this repository public' },
        ],
      },
      /doesn't protect branches of .* under its plan/,
    ],
    [
      'refuses to show the files',
      { [`GET /contents/${WORKFLOW}`]: [403, { message: 'No' }] },
      /lacks the right 'contents: read'/,
    ],
    [
      'has a folder in the place of a file',
      { [`GET /contents/${WORKFLOW}`]: [200, []] },
      /'.github\/workflows\/paved-road.yml' on main is no file/,
    ],
    [
      'has a file that is too large',
      {
        'GET /contents/CODEOWNERS': [
          200,
          { type: 'file', size: 2e6, encoding: 'none', content: '' },
        ],
      },
      /'CODEOWNERS' on main is too large to be looked at/,
    ],
    [
      'doesn’t know the platform’s team',
      {
        'GET /codeowners/errors': [
          200,
          {
            errors: [
              {
                path: 'CODEOWNERS',
                source: '/CODEOWNERS @meridian/platform',
                message: 'Unknown owner on line 4\nmake sure it may write',
              },
            ],
          },
        ],
      },
      /count for nothing \(Unknown owner on line 4 make sure .*let the team write/,
    ],
  ])('%s, says so and sets nothing', async (_, other, message) => {
    Object.assign(answers, other);
    const { error, output, log } = await connect();
    expect(error?.message).toMatch(message);
    expect(output).not.toHaveProperty('set');
    expect(written().length).toBe(
      'PUT /branches/main/protection' in other ? 1 : 0,
    );
    expect(asked[0].authorization).toContain('gho_s3cret');
    const said = `${log.join()}${error?.message}${error?.stack}${JSON.stringify(
      error,
    )}`;
    expect(said).not.toContain('gho_s3cret');
  });

  it('takes the protection and doesn’t hold it, is not believed', async () => {
    answers['PUT /branches/main/protection'] = [200, {}];
    const { error, log } = await connect();
    expect(error?.message).toMatch(
      /has taken the protection of main, and doesn't hold all of it: a merge doesn't wait for 'paved-road \/ verdict'/,
    );
    expect(log[0]).toMatch(/warn: CODEOWNERS: the forge doesn't tell whether/);
  });

  it('has lost its head, says so after some tries', async () => {
    answers['GET '] = [502, { message: 'Bad gateway' }];
    const { error } = await connect();
    expect(error?.message).toMatch(/can't be asked for .* \(502, Bad gateway/);
    expect(asked).toHaveLength(3);
  });

  it('is gone, says so', async () => {
    const gone = connect();
    server.closeAllConnections();
    await new Promise(done => server.close(done));
    expect((await gone).error?.message).toMatch(
      /can't be asked for .*retry the task when it is well/,
    );
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });
});
