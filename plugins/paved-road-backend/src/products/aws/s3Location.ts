/** An object of S3. */
export interface S3Location {
  bucket: string;
  key: string;
  /** Where the address names one. */
  region?: string;
}

const HOST =
  /^(?:(?<bucket>.+)\.)?s3(?:[.-](?:dualstack\.)?(?<region>[a-z]{2}-[a-z0-9-]+))?\.amazonaws\.com(?:\.cn)?$/;

/**
 * The object at an address of S3, its bucket in the host or in the path:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 *
 * @returns undefined for what is no such address
 */
export function s3LocationOf(address: string): S3Location | undefined {
  const url = new URL(address);
  const host = HOST.exec(url.hostname)?.groups;
  if (!host) {
    return undefined;
  }
  const path = decode(url.pathname.slice(1));
  if (path === undefined) {
    return undefined;
  }
  const [first, ...rest] = path.split('/');
  const bucket = host.bucket ?? first;
  const key = host.bucket === undefined ? rest.join('/') : path;
  return bucket && key ? { bucket, key, region: host.region } : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
