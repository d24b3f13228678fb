import { mkdirSync, symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { closed, open } from './__testUtils__/pack';
import { useCheck } from './__testUtils__/useCheck';

jest.setTimeout(60_000);

describe('the documents that paved-road:policy:check checks', () => {
  const { run, workspace } = useCheck();
  const elsewhere = createMockDirectory();

  it('takes patterns as a list, and says which of them matches nothing', async () => {
    workspace.setContent({
      'infra/{a}.yaml': closed,
      'cdk.out/deep/B.template.json': JSON.stringify({ Resources: {} }),
      'node_modules/x/C.template.json': open,
    });
    const { output, log } = await run({
      documents: ['infra/*.yaml', '**/*.template.json', 'plan.json'],
    });
    expect(output.documents).toEqual([
      expect.objectContaining({ path: 'cdk.out/deep/B.template.json' }),
      expect.objectContaining({ path: 'infra/{a}.yaml' }),
    ]);
    expect(log).toContain("warn: No file matches 'plan.json'");
  });

  it.each(['fail', 'warn'] as const)(
    'fails where nothing is checked at all (onFailure: %s)',
    async onFailure => {
      workspace.setContent({ 'src/a.yaml': closed });
      const { output, error } = await run({ onFailure });
      expect(error?.name).toBe('InputError');
      expect(error?.message).toMatch(/No file matches 'infra/);
      expect(output).toEqual({});
    },
  );

  it.each(['../*.yaml', '/etc/*.yaml', ' , ', ['a.yaml', '{..,b}/c.yaml']])(
    'refuses the patterns %j',
    async documents => {
      workspace.setContent({ 'a.yaml': closed });
      const { error } = await run({ documents });
      expect(error?.message).toMatch(/^The input 'documents' (?:has|names) /);
    },
  );

  it('refuses links that lead out of the workspace, or nowhere', async () => {
    elsewhere.setContent({ 'secret.yaml': closed });
    workspace.setContent({ 'infra/a.yaml': closed });
    symlinkSync(
      elsewhere.resolve('secret.yaml'),
      workspace.resolve('infra/b.yaml'),
    );
    expect((await run()).error?.message).toMatch(/'infra\/b.yaml' leads out/);
    workspace.setContent({ 'infra/a.yaml': closed });
    symlinkSync(elsewhere.path, workspace.resolve('more'));
    const directory = await run({ documents: 'infra/*.yaml, more/*.yaml' });
    expect(directory.error?.message).toMatch(/'more' leads out/);
    expect((await run()).error).toBeUndefined();
    symlinkSync('gone.yaml', workspace.resolve('infra/c.yaml'));
    expect((await run()).error?.message).toMatch(/'infra\/c.yaml' leads out/);
  });

  it('follows links inside the workspace, and none of them for ever', async () => {
    workspace.setContent({ 'real/a.yaml': closed });
    mkdirSync(workspace.resolve('infra'));
    symlinkSync('../real/a.yaml', workspace.resolve('infra/b.yaml'));
    symlinkSync('../real', workspace.resolve('infra/linked'));
    symlinkSync('..', workspace.resolve('infra/above'));
    const { output, error } = await run({ documents: 'infra/**/*.yaml' });
    expect(error).toBeUndefined();
    expect(output.documents).toEqual([
      expect.objectContaining({ path: 'infra/b.yaml' }),
      expect.objectContaining({ path: 'infra/linked/a.yaml' }),
    ]);
  });

  it('says what is too much, or no text', async () => {
    workspace.setContent(
      Object.fromEntries(
        Array.from({ length: 101 }, (_, n) => [`infra/${n}.yaml`, closed]),
      ),
    );
    expect((await run()).error?.message).toMatch(/match 101 documents, more/);
    workspace.setContent({ 'infra/a.yaml': ' '.repeat(20 * 1024 * 1024 + 1) });
    expect((await run()).error?.message).toMatch(
      /up to 'infra\/a.yaml' have 20971521 bytes/,
    );
    workspace.setContent({ 'infra/a.yaml': Buffer.from([0xff, 0xfe, 0x41]) });
    expect((await run()).error?.message).toMatch(/'infra\/a.yaml' isn't UTF-8/);
  });
});
