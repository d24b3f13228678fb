/**
 * Whether a caller has what an ETag names, by its `If-None-Match`.
 *
 * Express would look at the request's `Cache-Control` too, which fetch sets to
 * `no-cache` whenever somebody else than the browser asks in this way.
 */
export function isKnown(
  etag: string,
  ifNoneMatch: string | undefined,
): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map(tag => tag.trim());
  return tags.some(tag => tag === '*' || tag.replace(/^W\//, '') === etag);
}
