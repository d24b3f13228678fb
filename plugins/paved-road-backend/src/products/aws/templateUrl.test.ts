import { isTemplateUrl } from './templateUrl';

describe('isTemplateUrl', () => {
  it.each([
    'https://cf-templates-1.s3.eu-central-1.amazonaws.com/sc/product.json',
    'https://s3.amazonaws.com/bucket/t.yaml?X-Amz-Signature=abc&X-Amz-Date=1',
    'https://bucket.s3.cn-north-1.amazonaws.com.cn/t.json',
    'https://S3.AmazonAWS.com:443/t.json',
  ])('takes %s, which is Amazon’s', url => {
    expect(isTemplateUrl(url, undefined)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a path', '/etc/passwd'],
    ['no address', 'https://'],
    ['no TLS', 'http://s3.amazonaws.com/t.json'],
    ['another port', 'https://s3.amazonaws.com:8443/t.json'],
    ['a bare name', 'https://amazonaws.com/t.json'],
    ['a name that ends alike', 'https://evilamazonaws.com/t.json'],
    ['a name that begins alike', 'https://s3.amazonaws.com.evil.example/'],
    ['a name in a path', 'https://evil.example/.amazonaws.com'],
    ['a name in a query', 'https://evil.example?x=.amazonaws.com'],
    ['a name in a fragment', 'https://evil.example#.amazonaws.com'],
    ['a name behind a backslash', 'https://evil.example\\.amazonaws.com/'],
    ['a name for a user', 'https://s3.amazonaws.com@evil.example/t.json'],
    ['a user', 'https://anna@s3.amazonaws.com/t.json'],
    ['a password', 'https://:secret@s3.amazonaws.com/t.json'],
    ['a trailing dot', 'https://s3.amazonaws.com./t.json'],
    ['a line break', 'https://evil.example/\n.amazonaws.com'],
    ['look-alike letters', 'https://s3.am\u0430zonaws.com/t.json'],
    ['an address of the machine’s own', 'http://169.254.169.254/latest/'],
    ['an address in another way of writing', 'https://0x7f000001/t.json'],
    ['loopback', 'http://localhost:4566/t.json'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:application/json,{}'],
    ['a file of Amazon’s', 'file://s3.amazonaws.com/etc/passwd'],
    ['another protocol', 'ftp://s3.amazonaws.com/t.json'],
    ['a bucket’s own scheme', 's3://bucket/t.json'],
    ['China’s suffix alone', 'https://s3.amazonaws.cn/t.json'],
  ])('takes none with %s', (_, url) => {
    expect(isTemplateUrl(url, undefined)).toBe(false);
  });

  const ENDPOINT = 'http://127.0.0.1:4566/aws';
  it.each([
    ['http://127.0.0.1:4566/templates/t.json', true],
    ['https://s3.amazonaws.com/t.json', true],
    ['http://127.0.0.1:4567/t.json', false],
    ['https://127.0.0.1:4566/t.json', false],
    ['http://127.0.0.1:4566.evil.example/t.json', false],
    ['http://anna:secret@127.0.0.1:4566/t.json', false],
    ['http://127.0.0.1/t.json', false],
  ])('with an endpoint takes %s: %s', (url, expected) => {
    expect(isTemplateUrl(url, ENDPOINT)).toBe(expected);
  });

  it.each(['', 'localhost:4566', 'file:///', 'no address'])(
    'lets no file and no data in by the endpoint "%s"',
    endpoint => {
      expect(isTemplateUrl('file:///etc/passwd', endpoint)).toBe(false);
      expect(isTemplateUrl('data:,{}', endpoint)).toBe(false);
    },
  );

  it('reads a long address', () => {
    const long = `https://s3.amazonaws.com/${'a'.repeat(1_000_000)}`;
    expect(isTemplateUrl(long, undefined)).toBe(true);
    const dots = `https://${'.amazonaws.com'.repeat(10_000)}.evil.example`;
    expect(isTemplateUrl(dots, undefined)).toBe(false);
  });
});
