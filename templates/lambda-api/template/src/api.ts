import type { Items } from './items.js';
import type { Log } from './log.js';
import { readContent, readId, Refusal } from './validation.js';

/** What API Gateway hands over (payload format 2.0), as far as it is used. */
export interface ApiEvent {
  routeKey: string;
  pathParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded?: boolean;
  requestContext: { requestId: string };
}

export interface ApiResult {
  statusCode: number;
  headers: Record<string, string>;
  body?: string;
}

interface Options {
  items: Items;
  log: Log;
  now?: () => Date;
}

export function createApi({ items, log, now = () => new Date() }: Options) {
  async function answer(event: ApiEvent): Promise<ApiResult> {
    const id = readId(event.pathParameters?.id);
    switch (event.routeKey) {
      case 'GET /items/{id}': {
        const item = await items.get(id);
        if (!item) {
          throw new Refusal(404, 'There is no such item');
        }
        return json(200, item);
      }
      case 'PUT /items/{id}': {
        const content = readContent(event.body, event.isBase64Encoded);
        const item = { id, ...content, updatedAt: now().toISOString() };
        await items.put(item);
        return json(200, item);
      }
      case 'DELETE /items/{id}':
        await items.delete(id);
        return { statusCode: 204, headers: noStore };
      default:
        throw new Refusal(404, 'There is nothing here');
    }
  }

  return async (event: ApiEvent): Promise<ApiResult> => {
    const { requestId } = event.requestContext;
    const about = { requestId, route: event.routeKey };
    try {
      const result = await answer(event);
      log.info('Answered', { ...about, status: result.statusCode });
      return result;
    } catch (error) {
      if (error instanceof Refusal) {
        const { status, message } = error;
        log.warn('Refused', { ...about, status, reason: message });
        return problem(status, message, requestId);
      }
      log.error('Failed', { ...about, status: 500, error });
      return problem(500, 'Something went wrong on our side', requestId);
    }
  };
}

const noStore = { 'cache-control': 'no-store' };

function json(statusCode: number, content: object): ApiResult {
  return {
    statusCode,
    headers: { ...noStore, 'content-type': 'application/json' },
    body: JSON.stringify(content),
  };
}

/** As RFC 9457 has it. */
function problem(status: number, title: string, requestId: string): ApiResult {
  return {
    statusCode: status,
    headers: { ...noStore, 'content-type': 'application/problem+json' },
    body: JSON.stringify({ title, status, requestId }),
  };
}
