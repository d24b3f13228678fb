import yaml from 'yaml';
import { TEMPLATE } from '../../__testUtils__/runAction';
import { lines, useRecord } from './__testUtils__/useRecord';

describe('the file that paved-road:golden-path:record writes', () => {
  const { run, write, read } = useRecord();

  it.each([false, true])(
    'adds to the annotations, and keeps everything else as it was (dry run: %s)',
    async isDryRun => {
      const before = `# The payments team's
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    name:   payments-api # as in the ledger
    annotations: # what others know it by
        # Where the handbook is
        backstage.io/techdocs-ref: 'dir:.'


    tags:
    - java
    - "kept"
spec: { type: service,   owner: payments, lifecycle: production }
`;
      write(before);
      const { output, log, error } = await run({}, { isDryRun });
      expect(error).toBeUndefined();
      expect(read()).toBe(
        before.replace('know it by\n', found => `${found}${lines(8)}`),
      );
      expect(output).toEqual({
        goldenPath: TEMPLATE,
        entities: ['component:default/payments-api'],
      });
      expect(log).toEqual([
        `info: component:default/payments-api: says now that it came from ${TEMPLATE}, version 1.4.0`,
      ]);
    },
  );

  it('replaces what an older version has written, and only that', async () => {
    write(`kind: Component
metadata:
  name: a
  annotations:
    paved-road.io/golden-path: template:default/old # was
    paved-road.io/golden-path-version: "1.3"
    z: '1'
`);
    await run({ version: '2.0' });
    expect(read()).toBe(`kind: Component
metadata:
  name: a
  annotations:
    paved-road.io/golden-path: ${TEMPLATE} # was
    paved-road.io/golden-path-version: "2.0"
    z: '1'
`);
  });

  it.each([
    ['without annotations', 'metadata:\n  name: a\n  title: A\n'],
    ['without a newline at its end', 'metadata:\n  title: A\n  name: a'],
    ['with an empty key', 'metadata:\n  name: a\n  annotations:\n  title: A\n'],
    ['with null', 'metadata:\n  name: a\n  annotations: ~\n  title: A\n'],
    ['with {}', 'metadata:\n  annotations: {} # none\n  name: a\n  title: A\n'],
    ['with a flow map', 'metadata:\n  name: a\n  annotations: { b: "c" }\n'],
    [
      'with an empty value',
      'metadata:\n  name: a\n  annotations:\n    paved-road.io/golden-path:\n    b: c\n',
    ],
    ['on one line', 'metadata: { name: a, title: A }\n'],
    ['on one line, with {}', 'metadata: { name: a, annotations: {} }\n'],
    ['as JSON', '"metadata": {"annotations": {"b": "c"}, "name": "a"}\n'],
    ['with a name that goes on', 'metadata:\n  name: >-\n    a\n  title: A\n'],
  ])('can set them in metadata %s', async (_, metadata) => {
    const text = `kind: Component\n${metadata}`;
    write(text);
    const { error } = await run();
    expect(error).toBeUndefined();
    const { kind, metadata: before } = yaml.parse(text);
    expect(yaml.parse(read())).toEqual({
      kind,
      metadata: {
        ...before,
        annotations: {
          ...before.annotations,
          'paved-road.io/golden-path': TEMPLATE,
          'paved-road.io/golden-path-version': '1.4.0',
        },
      },
    });
  });

  it('keeps a file that is JSON as JSON', async () => {
    write('{"kind": "Component", "metadata": {"name": "a"}}');
    await run({ version: '7' });
    expect(JSON.parse(read()).metadata.annotations).toEqual({
      'paved-road.io/golden-path': TEMPLATE,
      'paved-road.io/golden-path-version': '7',
    });
  });

  it('keeps the line endings of Windows', async () => {
    write('kind: Component\r\nmetadata:\r\n  name: a\r\n');
    await run();
    expect(read()).toBe(
      `kind: Component\r\nmetadata:\r\n  name: a\r\n  annotations:\r\n${lines(
        4,
        '\r\n',
      )}`,
    );
  });

  it.each([
    ['kind: [', /no valid YAML/],
    ['a: 1\na: 2\n', /no valid YAML/],
    ['kind: API\nmetadata:\n  name: a\n', /no Component; .*: api:default\/a/],
    ['', /no Component; .*: it has none/],
    [
      'x: &x { b: c }\nkind: Component\nmetadata:\n  name: a\n  annotations: *x\n',
      /component:default\/a .* can't be set .* without anchors and aliases/,
    ],
    [
      'kind: Component\nmetadata:\n  name: a\n  annotations: &x\n    b: c\n  labels: *x\n',
      /can't be set/,
    ],
    [
      'kind: Component\nmetadata:\n  name: a\n  annotations: text\n',
      /can't be set/,
    ],
  ])('refuses %j, and leaves it alone', async (text, message) => {
    write(text);
    const { error } = await run();
    expect(error?.name).toBe('InputError');
    expect(error?.message).toMatch(message);
    expect(read()).toBe(text);
  });
});
