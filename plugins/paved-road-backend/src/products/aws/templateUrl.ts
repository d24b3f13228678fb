/**
 * Where templates may be fetched from: Amazon's own hosts, and the endpoint that
 * the portal is told to ask instead of AWS. An address comes from outside, and
 * could else send the portal anywhere.
 */
export function isTemplateUrl(
  text: string,
  endpoint: string | undefined,
): boolean {
  const url = parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return false;
  }
  const isAmazon =
    url.protocol === 'https:' &&
    url.port === '' &&
    /\.amazonaws\.com(\.cn)?$/.test(url.hostname);
  return isAmazon || url.origin === parse(endpoint ?? '')?.origin;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
