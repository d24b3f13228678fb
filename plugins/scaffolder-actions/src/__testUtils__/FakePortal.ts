import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  ChannelSettings,
  getChannelSettings,
  getProduct,
  getProductChange,
  getProductForm,
  getProvisionedProduct,
  launchProduct,
  listProvisionedProducts,
  Operation,
  Preflight,
  preflightLaunch,
  ProductChange,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { CHANNEL, change, detail, form, PRODUCT, preflight } from './answers';

const JSON_TYPE = { 'content-type': 'application/json' };

const operations = [
  getChannelSettings,
  getProduct,
  getProductChange,
  getProductForm,
  getProvisionedProduct,
  launchProduct,
  listProvisionedProducts,
  preflightLaunch,
];

/** One call that the portal has taken, its body as the contract reads it. */
export interface TakenCall {
  operation: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

/**
 * Answers as the portal's API does, over HTTP and by the contract's schemas;
 * a launch becomes what `course` says, one step further with each question.
 */
export class FakePortal {
  readonly calls: TakenCall[] = [];
  channel: ChannelSettings = structuredClone(CHANNEL);
  product = PRODUCT;
  /** Keys of the parameters that the product asks for. */
  asksFor: string[] = [];
  /** What was launched before, whoever asks. */
  provisioned: ProvisionedProductDetail[] = [];
  preflight: Preflight = preflight();
  course: Partial<ProductChange>[] = [{ state: 'succeeded' }];
  readonly #launches = new Map<string, Partial<ProductChange>[]>();
  readonly #troubles: { operation: string; status: number }[] = [];
  readonly #server: Server = createServer((req, res) => {
    this.#answer(req).then(
      ({ status, body }) =>
        res.writeHead(status, JSON_TYPE).end(JSON.stringify(body)),
      error => res.writeHead(400).end(String(error)),
    );
  });

  async start(): Promise<void> {
    await new Promise<void>(done =>
      this.#server.listen(0, '127.0.0.1', () => done()),
    );
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/paved-road`;
  }

  /** The next call of the operation is refused so. */
  refuseOnce(operation: string, status: number): void {
    this.#troubles.push({ operation, status });
  }

  /** A launch that somebody has begun before. */
  begin(changeId: string, course: Partial<ProductChange>[]): void {
    this.#launches.set(changeId, [...course]);
  }

  callsOf(operation: string): TakenCall[] {
    return this.calls.filter(call => call.operation === operation);
  }

  async #answer(req: IncomingMessage) {
    const { pathname } = new URL(req.url!, this.url);
    const path = pathname.replace('/api/paved-road', '');
    const [operation, params] = this.#find(req.method!, path);
    const sent = await text(req);
    const body = operation.body?.parse(JSON.parse(sent)) ?? {};
    this.calls.push({
      operation: operation.id,
      authorization: req.headers.authorization,
      body,
    });
    const trouble = this.#troubles.findIndex(t => t.operation === operation.id);
    if (trouble >= 0) {
      const [{ status }] = this.#troubles.splice(trouble, 1);
      const error = { name: 'TroubleError', message: `No ${operation.id} now` };
      return {
        status,
        body: { error, response: { statusCode: status } },
      };
    }
    return {
      status: operation.status ?? 200,
      body: operation.response.parse(this.#say(operation, params, body)),
    };
  }

  #find(method: string, path: string): [Operation, string[]] {
    for (const operation of operations) {
      const pattern = operation.path.replace(/:\w+/g, '([^/]+)');
      const match = new RegExp(`^${pattern}$`).exec(path);
      if (operation.method === method && match) {
        return [operation, match.slice(1).map(decodeURIComponent)];
      }
    }
    throw new Error(`There is no ${method} ${path}`);
  }

  #say(operation: Operation, params: string[], body: object): unknown {
    switch (operation) {
      case getChannelSettings:
        return this.channel;
      case getProductForm:
        return form(this.asksFor);
      case listProvisionedProducts:
        return {
          items: this.provisioned,
          totalItems: this.provisioned.length,
          accounts: [],
        };
      case getProduct:
        return this.product;
      case preflightLaunch:
        return this.preflight;
      case launchProduct: {
        const { changeId } = launchProduct.body.parse(body);
        if (!this.#launches.has(changeId)) {
          this.#launches.set(changeId, [...this.course]);
        }
        return this.#step(changeId);
      }
      case getProductChange:
        return this.#step(params[0]);
      default:
        return (
          this.provisioned.find(({ id }) => id === params[0]) ??
          detail(params[0])
        );
    }
  }

  #step(changeId: string) {
    const left = this.#launches.get(changeId)!;
    const now = left.length > 1 ? left.shift() : left[0];
    return {
      provisionedProductId: 'pp-1',
      change: change({ id: changeId, ...now }),
    };
  }
}
