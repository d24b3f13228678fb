import { randomUUID } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { readField } from './body.js';
import { checkIban } from './iban.js';
import type { Log } from './log.js';
import { Refusal } from './refusal.js';
import type { Tokens } from './tokens.js';

interface Options {
  tokens: Tokens;
  log: Log;
}

/** The service as it listens. All but `/health` wants a token. */
export function createService({ tokens, log }: Options): Server {
  async function answer(request: IncomingMessage): Promise<object> {
    const { subject } = await tokens(request.headers.authorization);
    const route = `${request.method} ${pathOf(request)}`;
    switch (route) {
      case 'POST /iban-checks': {
        const checked = checkIban(await readField(request, 'iban', 42));
        log.info('Checked an IBAN', { subject, country: checked.country });
        return checked;
      }
      default:
        throw new Refusal(404, 'There is nothing here');
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'GET' && pathOf(request) === '/health') {
      send(response, 200, { status: 'up' });
      return;
    }
    const requestId = randomUUID();
    try {
      send(response, 200, await answer(request));
      log.info('Answered', { requestId, status: 200 });
    } catch (error) {
      // What was not read of the body is not to be taken for the next call.
      response.setHeader('connection', 'close');
      request.resume();
      if (error instanceof Refusal) {
        const { status, message: title } = error;
        log.warn('Refused', { requestId, status, reason: title });
        send(response, status, { title, status, requestId });
      } else {
        log.error('Failed', { requestId, status: 500, error });
        const title = 'Something went wrong on our side';
        send(response, 500, { title, status: 500, requestId });
      }
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => log.error('Failed', { error }));
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  // Longer than the load balancer's 60 seconds, so that it is never the one surprised.
  server.keepAliveTimeout = 65_000;
  return server;
}

const pathOf = ({ url = '/' }: IncomingMessage) => url.split('?')[0];

/** Errors as RFC 9457 has them. */
function send(response: ServerResponse, status: number, content: object) {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type':
      status < 400 ? 'application/json' : 'application/problem+json',
    'x-content-type-options': 'nosniff',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  response.end(JSON.stringify(content));
}
