/**
 * The URL where it is one that a browser may follow from data that strangers
 * wrote: http or https. Anything else is `undefined`, to be shown as text.
 */
export function httpUrl(value: string | undefined): string | undefined {
  if (!value) {
    return undefined;
  }
  try {
    const url = new URL(value);
    return url.protocol === 'https:' || url.protocol === 'http:'
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** The URL of a line of a file that a code host shows. */
export function lineUrl(
  fileUrl: string | undefined,
  line: number | undefined,
): string | undefined {
  const url = httpUrl(fileUrl);
  return url && line !== undefined && !url.includes('#')
    ? `${url}#L${line}`
    : url;
}

/**
 * Where a link leads that stands in a file of a repository: to the web as it
 * is, to another file beside the one that holds it. Anything else is
 * `undefined`, to be shown as text.
 */
export function linkFrom(
  fileUrl: string | undefined,
  target: string,
): string | undefined {
  const web = httpUrl(target);
  const base = httpUrl(fileUrl);
  if (web || !base) {
    return web;
  }
  try {
    return httpUrl(new URL(target, base).href);
  } catch {
    return undefined;
  }
}
