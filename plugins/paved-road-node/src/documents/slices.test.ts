import { dump, load } from 'js-yaml';
import { readDocument } from './readDocument';
import { ReadDocument } from './types';

const BUCKET = 'AWS::S3::Bucket';
const QUEUE = 'AWS::SQS::Queue';
const TOPIC = 'AWS::SNS::Topic';

interface Template {
  Resources: Record<string, { Type?: string }>;
}

const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: { Name: { Type: 'String' } },
  Resources: {
    Logs: { Type: BUCKET, Properties: { BucketName: 'logs' } },
    Jobs: { Type: QUEUE, Properties: { Tags: [{ Key: 'a', Value: 'ü€😀' }] } },
    News: { Type: TOPIC },
    Data: { Properties: { BucketName: 'data' }, Type: BUCKET },
  },
  Outputs: { LogsName: { Value: { Ref: 'Logs' } } },
};

function read(text: string): ReadDocument {
  const document = readDocument({ path: 'a', content: Buffer.from(text) });
  if ('error' in document) {
    throw new Error(document.error);
  }
  return document;
}

function textWith(text: string, ...types: string[]): string {
  return read(text).textWith(new Set(types));
}

/** What stays is where it was: the rest is space, or not there at the end of a line. */
function expectInPlace(whole: string, part: string) {
  const lines = part.split(/\r\n|\n|\r/);
  const wholeLines = whole.split(/\r\n|\n|\r/);
  expect(lines).toHaveLength(wholeLines.length);
  lines.forEach((line, index) => {
    const rest = [...wholeLines[index]];
    const moved = [...line].filter(
      (character, column) => character !== ' ' && character !== rest[column],
    );
    expect(moved).toEqual([]);
  });
}

const minified = JSON.stringify(template);
const indented = JSON.stringify(template, undefined, 2);
const yaml = dump(template);

const forms: [string, string][] = [
  ['YAML', yaml],
  ['YAML with CRLF', yaml.replaceAll('\n', '\r\n')],
  ['YAML without an end of line at the end', yaml.trimEnd()],
  [
    'YAML with the resources last',
    dump({ ...template, Outputs: undefined }, { skipInvalid: true }),
  ],
  ['YAML in quotes', dump(template, { forceQuotes: true, quotingType: '"' })],
  [
    'YAML with comments',
    yaml.replaceAll(/^( +\w+:)$/gm, '$1 # a: {b}\n\n# c: [d'),
  ],
  ['indented JSON', indented],
  ['indented JSON with CRLF', indented.replaceAll('\n', '\r\n')],
  ['minified JSON', minified],
  ['flow resources in YAML', dump(template, { flowLevel: 1 })],
  ['flow values in YAML', dump(template, { flowLevel: 2 })],
];

describe('a document without the resources that a rule does not look at', () => {
  it.each(forms)('says the rest as before, in %s', (_, text) => {
    const whole = load(text) as Template;
    const types = [BUCKET, QUEUE, TOPIC];
    for (let mask = 1; mask < 2 ** types.length; mask++) {
      const chosen = types.filter((__, bit) => mask & (1 << bit));
      const part = textWith(text, ...chosen);
      expect(load(part)).toEqual({
        ...whole,
        Resources: Object.fromEntries(
          Object.entries(whole.Resources).filter(([, { Type }]) =>
            chosen.includes(Type!),
          ),
        ),
      });
      expectInPlace(text, part);
    }
  });

  it.each(forms)('is shorter for what it costs, in %s', (_, text) => {
    const document = read(text);
    const size = document.sizeWith(new Set([TOPIC]));
    expect(size).toBeLessThan(document.sizeWith(new Set([TOPIC, BUCKET])));
    expect(document.sizeWith(new Set([TOPIC, BUCKET]))).toBeLessThan(
      text.length,
    );
  });

  it.each(forms)('is whole where nothing would be left, in %s', (_, text) => {
    expect(textWith(text, 'AWS::EC2::Instance')).toBe(text);
  });

  it.each<[string, string]>([
    ['of no type', '{}'],
    ['whose type is no text', '{Type: 1}'],
    ['whose type is a reference', '{Type: !Ref AWS::SQS::Queue}'],
    ['whose type may be read as something else', '{Type: ~}'],
    ['that is no map', 'AWS::SQS::Queue'],
    ['that is a function for resources', '{"Fn::Transform": {Name: x}}'],
  ])('keeps a resource %s', (_, resource) => {
    const text = `Resources:
  Other: ${resource}
  Jobs:
    Type: AWS::SQS::Queue
  Logs:
    Type: AWS::S3::Bucket
`;
    const part = textWith(text, BUCKET);
    expect(part).toContain(`  Other: ${resource}\n`);
    // Of a type that is tagged somewhere nothing is certain.
    expect(part.includes('Jobs')).toBe(resource.includes('!Ref'));
  });

  it('keeps lines that stay lines in a text of several lines', () => {
    const text = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Metadata: |
      Logs:
        Type: AWS::S3::Bucket
  Logs:
    Type: AWS::S3::Bucket
`;
    expect(textWith(text, BUCKET)).toBe(`Resources:





  Logs:
    Type: AWS::S3::Bucket
`);
  });

  it.each<[string, string]>([
    [
      'a text would take the blank lines after it',
      `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Metadata: |+
      a
  Jobs:
    Type: AWS::SQS::Queue
`,
    ],
    [
      'keys are written in the long form',
      `Resources:
  ? Jobs
  : Type: AWS::SQS::Queue
  ? Logs
  : Type: AWS::S3::Bucket
`,
    ],
    [
      'a key has an anchor',
      `Resources:
  &a Jobs:
    Type: AWS::SQS::Queue
  Logs:
    Type: AWS::S3::Bucket
`,
    ],
    [
      'the resources begin at the start of the line',
      `? Resources
:
 Jobs: {Type: AWS::SQS::Queue}
 Logs:
  Type: AWS::S3::Bucket
? Outputs
: {}
`,
    ],
    [
      'something stands between the resources',
      `{Resources: {Jobs: {Type: "AWS::SQS::Queue"}, # a comment
Logs: {Type: "AWS::S3::Bucket"}}}`,
    ],
    [
      'there is no resource but one',
      `Resources: {Logs: {Type: "AWS::S3::Bucket"}}`,
    ],
    [
      'it is no template',
      `{"format_version": "1.2", "resource_changes": [{"type": "a"}]}`,
    ],
  ])('is whole where %s', (_, text) => {
    expect(textWith(text, BUCKET)).toBe(text);
  });

  it('is not misled by maps that look like the resources', () => {
    const text = `Metadata:
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    Logs:
      Type: AWS::S3::Bucket
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Metadata:
      Resources:
        Logs:
          Type: AWS::S3::Bucket
        Data:
          Type: AWS::S3::Bucket
  Logs:
    Type: AWS::S3::Bucket
    Metadata:
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
`;
    const { Resources, ...rest } = load(text) as Template;
    expect(load(textWith(text, BUCKET))).toEqual({
      ...rest,
      Resources: { Logs: Resources.Logs },
    });
  });

  it('keeps what has the name of a property of all objects', () => {
    const text = `Resources:
  constructor:
    Type: AWS::SQS::Queue
  Logs:
    Type: AWS::S3::Bucket
  toString: {}
`;
    expect(load(textWith(text, BUCKET))).toEqual({
      Resources: { Logs: { Type: BUCKET }, toString: {} },
    });
  });
});
