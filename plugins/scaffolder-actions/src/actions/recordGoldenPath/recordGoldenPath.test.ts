import { readFileSync, symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import yaml from 'yaml';
import { TEMPLATE } from '../../__testUtils__/runAction';
import { lines, useRecord } from './__testUtils__/useRecord';
import { examples } from './examples';

describe('paved-road:golden-path:record', () => {
  const { run, write, read, workspace } = useRecord();
  const elsewhere = createMockDirectory();

  it('says the same twice without writing it twice', async () => {
    write('kind: Component\nmetadata:\n  name: a\n');
    await run();
    const once = read();
    const { log, output } = await run();
    expect(read()).toBe(once);
    expect(log[0]).toMatch(/already says/);
    expect(output.entities).toEqual(['component:default/a']);
  });

  describe('with several entities in the file', () => {
    const several = `---
kind: System
metadata:
  name: payments
---
kind: Component
metadata:
  name: api
---
# The worker
kind: Component
metadata:
  namespace: batch
  name: worker
`;

    it('takes all components', async () => {
      write(several);
      const { output } = await run();
      expect(output.entities).toEqual([
        'component:default/api',
        'component:batch/worker',
      ]);
      const block = `  annotations:\n${lines(4)}`;
      expect(read()).toBe(
        several
          .replace('name: api\n', found => found + block)
          .replace('name: worker\n', found => found + block),
      );
    });

    it.each([
      ['api', 'api', 'component:default/api'],
      ['Component:batch/worker', 'worker', 'component:batch/worker'],
      ['system:payments', 'payments', 'system:default/payments'],
    ])('takes only %s where it is named', async (entity, name, ref) => {
      write(several);
      const { output } = await run({ entity });
      expect(output.entities).toEqual([ref]);
      expect(read()).toBe(
        several.replace(
          `name: ${name}\n`,
          found => `${found}  annotations:\n${lines(4)}`,
        ),
      );
    });

    it('names them where the one that is named is not there', async () => {
      write(several);
      const { error } = await run({ entity: 'worker' });
      expect(error?.message).toBe(
        "The file 'catalog-info.yaml' has no component:default/worker; name one of its entities with 'entity': system:default/payments, component:default/api, component:batch/worker",
      );
      expect(read()).toBe(several);
    });
  });

  it('says what to do where the file is not there, or not in the workspace', async () => {
    workspace.setContent({});
    expect((await run()).error?.message).toMatch(
      /'catalog-info.yaml' can't be read; write it in a step before/,
    );
    expect((await run({ path: '../a.yaml' })).error?.message).toMatch(
      /'..\/a.yaml' leads out of the workspace/,
    );
    const text = 'kind: Component\nmetadata:\n  name: a\n';
    elsewhere.setContent({ 'a.yaml': text });
    symlinkSync(elsewhere.resolve('a.yaml'), workspace.resolve('b.yaml'));
    expect((await run({ path: 'b.yaml' })).error?.message).toMatch(/leads out/);
    expect(readFileSync(elsewhere.resolve('a.yaml'), 'utf8')).toBe(text);
  });

  it('says what is wrong with a version, or missing of the template', async () => {
    const text = 'kind: Component\nmetadata:\n  name: a\n';
    write(text);
    for (const version of ['', '1.0\nkind: API', '1 0', 'x'.repeat(101)]) {
      const { error } = await run({ version });
      expect(error?.message).toMatch(/The version '[^]*' can't be used/);
    }
    const { error } = await run({}, { templateRef: undefined });
    expect(error?.message).toMatch(/not known which template/);
    expect(read()).toBe(text);
  });

  it.each(examples)('can do as the example: $description', async example => {
    const [{ action, input }] = yaml.parse(example.example).steps;
    expect(action).toBe('paved-road:golden-path:record');
    write('kind: Component\nmetadata:\n  name: payments-api\n', input.path);
    const { error } = await run(input);
    expect(error).toBeUndefined();
    expect(yaml.parse(read(input.path)).metadata.annotations).toEqual({
      'paved-road.io/golden-path': TEMPLATE,
      'paved-road.io/golden-path-version': input.version,
    });
  });
});
