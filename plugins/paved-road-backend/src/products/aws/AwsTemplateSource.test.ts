import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { TemplateError } from '../preflight/TemplateSource';
import { ProductSourceError } from '../ProductSourceError';
import { AwsAccounts } from './AwsAccounts';
import { AwsTemplateSource } from './AwsTemplateSource';
import { ServiceCatalogClients } from './ServiceCatalogClients';

const MEGABYTE = 1024 * 1024;
const SIGNED = '/t.json?X-Amz-Signature=5ec2e7';

const account = {
  id: 'payments-dev',
  title: 'Payments, development',
  accountId: '111122223333',
  region: 'eu-central-1',
  environment: 'development',
};

/** Asks a server on loopback, which is AWS and has the templates too. */
describe('AwsTemplateSource', () => {
  const environment = { ...process.env };
  const servers: Server[] = [];

  afterEach(async () => {
    process.env = { ...environment };
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /**
   * @param infoOf - what AWS says of the version, by the server's own address
   * @param template - answers whatever is not asked of AWS
   */
  async function setup(options: {
    infoOf?: (url: string) => Record<string, string>;
    aws?: RequestListener;
    template?: RequestListener;
  }) {
    const { infoOf = url => ({ TemplateUrl: `${url}${SIGNED}` }) } = options;
    const asked: unknown[] = [];
    const answerAsAws: RequestListener = async (req, res) => {
      asked.push(JSON.parse(await text(req)));
      const Info = infoOf(`http://${req.headers.host}`);
      res.setHeader('content-type', 'application/x-amz-json-1.1');
      res.end(JSON.stringify({ Info }));
    };
    const url = await serve((req, res) =>
      (req.method === 'POST'
        ? options.aws ?? answerAsAws
        : options.template ?? ((_, answer) => answer.end('{}')))(req, res),
    );
    process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG = url;
    const logger = mockServices.logger.mock();
    const credentials = DefaultAwsCredentialsManager.fromConfig(
      mockServices.rootConfig({
        data: {
          aws: {
            accounts: [
              {
                accountId: account.accountId,
                accessKeyId: 'PORTAL',
                secretAccessKey: 'portal',
              },
            ],
          },
        },
      }),
    );
    const source = new AwsTemplateSource({
      accounts: new AwsAccounts({
        accounts: [account],
        clients: new ServiceCatalogClients(credentials),
        logger,
      }),
      endpoint: url,
    });
    const read = (id = account.id) =>
      source.readTemplate(id, { product: 'prod-1', version: 'pa-1' });
    return {
      asked,
      read,
      /** The error of a reading, after a look at what it and the log give away. */
      async fail(): Promise<Error> {
        const error: Error = await read().then(
          () => {
            throw new Error('The template was read');
          },
          caught => caught,
        );
        expect(error).toBeInstanceOf(TemplateError);
        expect(inspect(error)).not.toMatch(/5ec2e7|X-Amz/);
        expect(inspect(logger.warn.mock.calls)).not.toMatch(/5ec2e7|X-Amz/);
        return error;
      },
    };
  }

  describe('where the bucket is not open to everybody', () => {
    const TEMPLATE_URL =
      'https://templates.s3.eu-west-1.amazonaws.com/bucket/v1.yaml';
    const original = globalThis.fetch;

    beforeEach(() => {
      globalThis.fetch = async () => new Response('no', { status: 403 });
    });

    afterEach(() => {
      globalThis.fetch = original;
    });

    it('reads with the role of the account', async () => {
      const gets: [string | undefined, string | undefined][] = [];
      const { read } = await setup({
        infoOf: () => ({ TemplateUrl: TEMPLATE_URL }),
        template: (req, res) => {
          gets.push([req.url, req.headers.authorization]);
          res.end('Resources: {}');
        },
      });
      process.env.AWS_ENDPOINT_URL_S3 =
        process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG;
      expect(await read()).toBe('Resources: {}');
      expect(gets).toEqual([
        [
          expect.stringContaining('/bucket/v1.yaml'),
          expect.stringMatching(/Credential=PORTAL\/\d+\/eu-west-1\/s3\//),
        ],
      ]);
    });

    it('says what the role lacks', async () => {
      const { fail } = await setup({
        infoOf: () => ({ TemplateUrl: TEMPLATE_URL }),
        template: (_, res) => {
          res.statusCode = 403;
          res.end('<Error><Code>AccessDenied</Code></Error>');
        },
      });
      process.env.AWS_ENDPOINT_URL_S3 =
        process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG;
      expect((await fail()).message).toBe(
        'The template of this version could not be fetched: its bucket has to be open to the portal’s role, by s3:GetObject (AccessDenied)',
      );
    });
  });

  it.each(['TemplateUrl', 'LoadTemplateFromURL'])(
    'reads a template from where %s says that it is',
    async field => {
      const { asked, read } = await setup({
        infoOf: url => ({ [field]: `${url}/t.yaml?a=b` }),
        template: (req, res) =>
          res.end(`Description: Zürich 🏦, from ${req.url}\n`),
      });
      expect(await read()).toBe('Description: Zürich 🏦, from /t.yaml?a=b\n');
      expect(asked).toEqual([
        { ProductId: 'prod-1', ProvisioningArtifactId: 'pa-1' },
      ]);
    },
  );

  it('reads as much as CloudFormation takes, and not a byte more', async () => {
    let size = MEGABYTE;
    const { fail, read } = await setup({
      template: (_, res) => res.end('x'.repeat(size)),
    });
    expect((await read()).length).toBe(MEGABYTE);
    size += 1;
    expect((await fail()).message).toContain(
      'larger than CloudFormation takes',
    );
  });

  it('stops reading what never ends', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let closed: Promise<unknown> | undefined;
    const { fail } = await setup({
      template: (_, res) => {
        closed = once(res, 'close');
        const more = () => {
          while (!res.destroyed && res.write(chunk));
        };
        res.on('drain', more);
        more();
      },
    });
    expect((await fail()).message).toContain(
      'larger than CloudFormation takes',
    );
    await closed;
  });

  it('measures what was packed after it is unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(50 * MEGABYTE));
    expect(packed.length).toBeLessThan(MEGABYTE);
    const { fail } = await setup({
      template: (_, res) =>
        res.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    });
    expect((await fail()).message).toContain(
      'larger than CloudFormation takes',
    );
  });

  it.each([403, 404, 500])('says that the answer was %d', async status => {
    const { fail } = await setup({
      template: (_, res) =>
        res.writeHead(status).end('<Code>AccessDenied</Code>'),
    });
    expect((await fail()).message).toBe(
      `The template of this version could not be fetched (HTTP ${status})`,
    );
  });

  it('says that the other end has hung up, before or half way', async () => {
    const before = await setup({ template: req => req.socket.destroy() });
    expect((await before.fail()).message).toContain('could not be fetched');

    const halfWay = await setup({
      template: (_, res) => {
        res.writeHead(200, { 'content-length': '1000' });
        res.write('{"Resources":', () => res.destroy());
      },
    });
    expect((await halfWay.fail()).message).toContain('broke off');
  });

  it.each([301, 302, 303, 307, 308])(
    'follows no redirect, such as %d, also not to the same host',
    async status => {
      const paths: unknown[] = [];
      const { fail } = await setup({
        template: (req, res) => {
          paths.push(req.url);
          res.writeHead(status, { location: '/elsewhere.json' }).end();
        },
      });
      expect((await fail()).message).toContain('could not be fetched');
      expect(paths).toEqual([SIGNED]);
    },
  );

  it('asks no other host, whatever AWS says', async () => {
    const visits: unknown[] = [];
    const elsewhere = await serve((req, res) => {
      visits.push(req.url);
      res.end('{}');
    });
    const { host } = new URL(elsewhere);
    for (const address of [
      `${elsewhere}${SIGNED}`,
      `http://amazonaws.com@${host}${SIGNED}`,
      `http://localhost:${new URL(elsewhere).port}${SIGNED}`,
      `file:///etc/passwd${SIGNED}`,
      `no address${SIGNED}`,
    ]) {
      const { fail } = await setup({
        infoOf: () => ({ TemplateUrl: address }),
      });
      expect((await fail()).message).toBe(
        'The template of this version is at an address from which the portal reads none',
      );
    }
    expect(visits).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['nothing to the point', { ImportFromPhysicalId: 'arn:aws:x' }],
    ['an empty address', { TemplateUrl: '' }],
  ])('says that AWS says %s', async (_, info) => {
    const { fail } = await setup({ infoOf: () => info });
    expect((await fail()).message).toContain(
      'AWS does not say where the template of this version is',
    );
  });

  const refuse =
    (status: number, name: string): RequestListener =>
    (_, res) =>
      res
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify({ __type: name, Message: 'No' }));

  it('tells a version that is not there from an account that does not answer', async () => {
    const gone = await setup({ aws: refuse(400, 'ResourceNotFoundException') });
    await expect(gone.read()).rejects.toThrow(NotFoundError);
    await expect(gone.read('another')).rejects.toThrow(NotFoundError);
    const denied = await setup({ aws: refuse(400, 'AccessDeniedException') });
    await expect(denied.read()).rejects.toThrow(ProductSourceError);
  });
});
