import { readDocument } from './readDocument';
import { DocumentLimits } from './types';

const bucket = `Resources:
  Logs:
    Type: AWS::S3::Bucket
`;

function read(content: string | Uint8Array, limits?: Partial<DocumentLimits>) {
  return readDocument(
    {
      path: 'a.yaml',
      content:
        typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
    },
    limits,
  );
}

function errorOf(
  content: string | Uint8Array,
  limits?: Partial<DocumentLimits>,
): string | undefined {
  const document = read(content, limits);
  return 'error' in document ? document.error : undefined;
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const plan = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    { address: 'aws_s3_bucket.logs', type: 'aws_s3_bucket', change: {} },
  ],
});

describe('readDocument', () => {
  describe('text', () => {
    it.each<[string, Uint8Array]>([
      ['UTF-8', Buffer.from(bucket)],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${bucket}`)],
      ['UTF-16 LE with a mark', Buffer.from(`\ufeff${bucket}`, 'utf16le')],
      ['UTF-16 BE with a mark', utf16be(`\ufeff${bucket}`)],
      ['UTF-16 LE without a mark', Buffer.from(bucket, 'utf16le')],
      ['UTF-16 BE without a mark', utf16be(bucket)],
    ])('is read in %s, without its mark', (_, content) => {
      expect(read(content)).toMatchObject({
        format: 'cloudformation-yaml',
        text: bucket,
      });
    });

    it('keeps its line ends', () => {
      const text = bucket.replaceAll('\n', '\r\n');
      expect(read(text)).toMatchObject({ text });
    });

    it.each<[string, string | Uint8Array, string]>([
      ['nothing', '', 'is empty'],
      ['white space', ' \n\t\n', 'is empty'],
      ['only a mark', Buffer.from([0xef, 0xbb, 0xbf]), 'is empty'],
      [
        'bytes of no encoding',
        Buffer.from([0x52, 0xff, 0x3a]),
        'is not text in UTF-8: save it as UTF-8',
      ],
      [
        'half a character of UTF-16',
        Buffer.from([0xff, 0xfe, 0x52]),
        'is not text in UTF-16LE: save it as UTF-8',
      ],
      [
        'a binary file',
        Buffer.from('GIF89a\u0000\u0001'),
        'is not a text file: it has the character U+0000 at line 1, column 7',
      ],
      [
        'a control character',
        `${bucket}\u0007`,
        'is not a text file: it has the character U+0007 at line 4, column 1',
      ],
      [
        'a mark within',
        `${bucket}\ufeff`,
        'is not a text file: it has the character U+FEFF at line 4, column 1',
      ],
    ])('is refused for %s', (_, content, error) => {
      expect(errorOf(content)).toBe(error);
    });
  });

  describe('limits', () => {
    it('refuses more bytes than the limit before it reads any', () => {
      expect(errorOf(Buffer.alloc(11), { maxBytes: 10 })).toBe(
        'has 11 bytes, more than the 10 that are read',
      );
      expect(read(bucket, { maxBytes: bucket.length })).toHaveProperty('text');
    });

    it.each([
      ['lists', '['.repeat(100_000)],
      ['maps', '{"a":'.repeat(100_000)],
      ['block lists', '- '.repeat(100_000)],
    ])('refuses deeply nested %s with their place', (_, nested) => {
      expect(errorOf(nested)).toMatch(
        /^is nested more than 100 levels deep at line 1, column \d+: take it apart$/,
      );
    });

    it('refuses nested block maps', () => {
      const lines = Array.from(
        { length: 200 },
        (_, depth) => `${' '.repeat(depth)}a:`,
      );
      expect(errorOf(lines.join('\n'))).toMatch(
        /^is nested more than 100 levels deep at line 10\d/,
      );
    });

    it('reads what is as deep as allowed', () => {
      const nested = (depth: number) =>
        `${bucket}    Metadata: ${'['.repeat(depth)}${']'.repeat(depth)}`;
      expect(errorOf(nested(90))).toBeUndefined();
      expect(errorOf(nested(10), { maxDepth: 8 })).toMatch(/^is nested/);
    });
  });

  describe('what the engine would misread', () => {
    it.each([
      [
        'a resource twice',
        `${bucket}  Logs:\n    Type: AWS::SQS::Queue\n`,
        "has the key 'Logs' twice in one map, at line 2, column 3 and at line 4, column 3: keep one of them",
      ],
      [
        'a key twice with different quotes',
        `${bucket}    "Type": AWS::SQS::Queue\n`,
        "has the key 'Type' twice in one map, at line 3, column 5 and at line 4, column 5: keep one of them",
      ],
      [
        'a key twice in JSON',
        '{"Resources": {"A": {"Type": "Type"},\n "B": {"Type": "b", "\\u0054ype": "c"}}}',
        "has the key 'Type' twice in one map, at line 2, column 8 and at line 2, column 21: keep one of them",
      ],
      [
        'a key __proto__ twice',
        '{"Resources": {"__proto__": {}, "__proto__": {}}}',
        "has the key '__proto__' twice in one map, at line 1, column 16 and at line 1, column 33: keep one of them",
      ],
      [
        'a second document',
        `${bucket}---\n${bucket}`,
        'holds a second document at line 5, column 1: put each into a file of its own',
      ],
      [
        'an alias',
        `${bucket}    DeletionPolicy: &p Retain\n    UpdatePolicy: *p\n`,
        'uses an alias at line 5, column 19: write the value out, since CloudFormation and the policy engine read none',
      ],
      [
        'an alias bomb',
        `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n`,
        'uses an alias at line 2, column 8: write the value out, since CloudFormation and the policy engine read none',
      ],
      [
        'a merge',
        `${bucket}  Other:\n    <<: {Type: AWS::SQS::Queue}\n`,
        'merges maps with << at line 5, column 5: write the properties out, since CloudFormation and the policy engine read none',
      ],
      [
        'a number as a key',
        `Mappings:\n  Accounts:\n    012345678901:\n      Name: a\n${bucket}`,
        'has the key 012345678901, which is no text, at line 3, column 5: put it in quotes',
      ],
      [
        'a truth value as a key',
        `Mappings:\n  on: {a: b}\n${bucket}`,
        'has the key on, which is no text, at line 2, column 3: put it in quotes',
      ],
      [
        'a character as two escapes',
        '{"Description": "a",\n "Metadata": "\\ud83d\\ude00", "Resources": {}}',
        'writes one character as two \\u escapes at line 2, column 14: write the character itself, since the policy engine does not read such a pair',
      ],
    ])('is refused: %s', (_, text, error) => {
      expect(errorOf(text)).toBe(error);
    });

    it.each([
      ['quoted keys that look like numbers', `${bucket}  "1": {Type: a}\n`],
      ['words in capitals', `${bucket}  True: {Type: a}\n`],
      ['backslashes before u', '{"Resources": {}, "M": "\\\\ud83d"}'],
      ['a merge key in quotes', `${bucket}  "<<": {Type: a}\n`],
      ['stars that are no aliases', `${bucket}    Statement: "*"\n    # *\n`],
      ['anchors that nobody uses', `${bucket}    DeletionPolicy: &p Retain\n`],
    ])('is not refused: %s', (_, text) => {
      expect(errorOf(text)).toBeUndefined();
    });
  });

  describe('syntax', () => {
    it.each([
      [
        'YAML',
        'Resources:\n  A: [1\n  B: 2\n',
        /^is not readable YAML at line 3, column \d+: /,
      ],
      [
        'JSON',
        '{"Resources": {\n  "A": {} "B": {}\n}}',
        /^is not readable YAML at line 2, column 11: /,
      ],
      [
        'a cut file',
        '{"Resources": {',
        /^is not readable YAML at line 1, column 16: /,
      ],
    ])('names the place in %s', (_, text, error) => {
      expect(errorOf(text)).toMatch(error);
    });
  });

  describe('format', () => {
    it.each([
      ['cloudformation-yaml', bucket],
      [
        'cloudformation-json',
        '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
      ],
      ['cdk', '{"Resources": {"A": {"Type": "AWS::CDK::Metadata"}}}'],
      ['cdk', `${bucket}    Metadata: {"aws:cdk:path": Stack/Logs}\n`],
      ['terraform-plan', plan],
    ])('is %s', (format, text) => {
      expect(read(text)).toMatchObject({ format });
    });

    it.each([
      ['a scalar', 'hello', /^holds a single value instead of a map/],
      ['a list', '- a', /^holds a list instead of a map/],
      ['no Resources', 'Outputs: {}', /^has no Resources: /],
      ['empty Resources', 'Resources:', /^has Resources that are no map: /],
      [
        'a list of Resources',
        'Resources: []',
        /^has Resources that are no map: /,
      ],
      [
        'Resources of a prototype',
        '{"__proto__": {"Resources": {}}}',
        /^has no Resources: /,
      ],
      [
        'a Terraform state',
        '{"format_version": "1.0", "values": {}}',
        /^is a Terraform state: /,
      ],
    ])('is refused for %s', (_, text, error) => {
      expect(errorOf(text)).toMatch(error);
      expect(read(text)).toMatchObject({
        format: 'unknown',
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      });
    });
  });

  describe('resourceAt', () => {
    function resourceAt(text: string, path: string) {
      const document = read(text);
      return 'error' in document ? document.error : document.resourceAt(path);
    }

    it.each([
      ['/Resources/Logs/Properties/Name', 'Logs'],
      ['/Resources/Logs', 'Logs'],
      ['/Resources', undefined],
      ['/Outputs/Logs', undefined],
      ['', undefined],
    ])('answers for %s', (path, resource) => {
      expect(resourceAt(bucket, path)).toBe(resource);
    });

    it('knows keys with slashes', () => {
      const text = '{"Resources": {"a/b": {"Type": "x"}, "toString": {}}}';
      expect(resourceAt(text, '/Resources/a/b/Type')).toBe('a/b');
      expect(resourceAt(text, '/Resources/toString')).toBe('toString');
      expect(resourceAt(text, '/Resources/constructor')).toBeUndefined();
    });

    it('answers the address in a Terraform plan', () => {
      expect(resourceAt(plan, '/resource_changes/0/change')).toBe(
        'aws_s3_bucket.logs',
      );
      expect(resourceAt(plan, '/resource_changes/9/change')).toBeUndefined();
    });
  });

  it('knows the texts that the document may hold, however they are written', () => {
    const document = read(
      '{"Resources": {"A": {"Type": "AWS::\\u0053QS::Queue", "B": "AWS::S3\\\n  ::Bucket"}}}',
    );
    if ('error' in document) {
      throw new Error(document.error);
    }
    expect(document.mayHold('AWS::SQS::Queue')).toBe(true);
    expect(document.mayHold('AWS::S3::Bucket')).toBe(true);
    expect(document.mayHold('Resources')).toBe(true);
    expect(document.mayHold('AWS::SNS::Topic')).toBe(false);
  });
});
