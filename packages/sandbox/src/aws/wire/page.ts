import { invalidParameters } from './AwsError';

const DEFAULT_SIZE = 20;

/**
 * One page of a list.
 *
 * @throws AwsError for a token that was not answered by the same operation.
 */
export function page<T>(
  operation: string,
  items: T[],
  { PageSize, PageToken }: { PageSize?: number; PageToken?: string },
): { items: T[]; next?: string } {
  const prefix = `${operation}:`;
  let start = 0;
  if (PageToken !== undefined) {
    const text = Buffer.from(PageToken, 'base64url').toString('utf8');
    start = Number(text.slice(prefix.length));
    if (!text.startsWith(prefix) || !Number.isSafeInteger(start) || start < 0) {
      throw invalidParameters('The page token is invalid.');
    }
  }
  const end = start + (PageSize || DEFAULT_SIZE);
  return {
    items: items.slice(start, end),
    next:
      end < items.length
        ? Buffer.from(`${prefix}${end}`).toString('base64url')
        : undefined,
  };
}
