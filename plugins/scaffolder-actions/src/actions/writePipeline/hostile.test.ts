import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { PAYMENTS, useWrite } from './__testUtils__/useWrite';

describe('paved-road:pipeline:write refuses', () => {
  const { run, read, workspace, portal } = useWrite();
  const elsewhere = createMockDirectory();

  const untouched = () => {
    expect(read('catalog-info.yaml')).toBe(PAYMENTS);
    expect(read('CODEOWNERS')).toBeUndefined();
    expect(read('.github/workflows/paved-road.yml')).toBeUndefined();
  };

  it.each<[object, RegExp]>([
    [{ documents: '/etc/*.yaml' }, /is absolute/],
    [{ documents: '../*.yaml' }, /leads out/],
    [{ documents: 'a/{b,..}/*.yaml' }, /leads out/],
    [{ documents: 'a.yaml\n    secrets: inherit' }, /control character/],
    [{ documents: 'a.yaml\u2028b' }, /control character/],
    [{ documents: 'a.yaml\u0000' }, /control character/],
    [{ documents: '\u202egnp.yaml' }, /control character/],
    [{ documents: '${{ secrets.TOKEN }}.yaml' }, /control character/],
    [{ documents: 'a\\b.yaml' }, /backslash/],
    [{ documents: '$(id).yaml' }, /parentheses/],
    [{ documents: ' , ' }, /names no document/],
    [{ documents: ['a.yaml', '../b.yaml'] }, /leads out/],
    [{ branch: 'a"]\n  schedule: []' }, /branch .* can't be used/],
    [{ branch: '**' }, /branch .* can't be used/],
    [{ branch: '-x' }, /branch .* can't be used/],
    [{ branch: 'a/../b' }, /branch .* can't be used/],
    [{ branch: 'a//b' }, /branch .* can't be used/],
    [{ branch: '${{ x }}' }, /branch .* can't be used/],
    [{ branch: '' }, /branch .* can't be used/],
    [{ service: 'component:default/${{ x }}' }, /no entity ref/],
    [{ service: 'component:default/a\nb' }, /no entity ref/],
    [{ service: '' }, /no entity ref/],
    [{ repoUrl: 'github.com?owner=a&repo=..' }, /names no repository/],
    [{ repoUrl: 'github.com?owner=a%0Ab&repo=c' }, /names no repository/],
    [{ repoUrl: 'github.com?owner=a&repo=b%2Fc' }, /names no repository/],
    [{ repoUrl: 'gitlab.com?owner=a&repo=b' }, /none of GitHub's/],
    [{ repoUrl: 'unheard.example?owner=a&repo=b' }, /No matching integration/],
    [{ repoUrl: 'github.com?owner=a' }, /missing repo/],
    [{ catalogInfoPath: '../catalog-info.yaml' }, /leads out/],
  ])('%j', async (input, message) => {
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    const { error } = await run(input);
    expect(error?.message).toMatch(message);
    untouched();
  });

  it('documents of the entity that are none', async () => {
    const text = PAYMENTS.replace(
      'ledger\n',
      "ledger\n  annotations: { paved-road.io/documents: '${{ x }}' }\n",
    );
    workspace.setContent({ 'catalog-info.yaml': text });
    const { error } = await run({ documents: undefined });
    expect(error?.message).toMatch(/The annotation of .* has a control/);
    expect(read('CODEOWNERS')).toBeUndefined();
  });

  it('an entity that has no name', async () => {
    workspace.setContent({
      'catalog-info.yaml': 'kind: Component\nmetadata:\n  name: "a b"\n',
    });
    const { error } = await run();
    expect(error?.name).toBe('InputError');
    expect(read('CODEOWNERS')).toBeUndefined();
  });

  it.each(['.github', 'CODEOWNERS', '.github/workflows/paved-road.yml'])(
    'a link at %s, since the forge follows none',
    async link => {
      elsewhere.setContent({ 'a.txt': 'Mine\n' });
      workspace.setContent({
        'catalog-info.yaml': PAYMENTS,
        'b.txt': 'Ours\n',
        ...(link.includes('/') && { '.github/workflows/a': '' }),
      });
      for (const target of [elsewhere.resolve('a.txt'), 'b.txt', 'none']) {
        symlinkSync(target, workspace.resolve(link));
        const { error } = await run();
        expect(error?.message).toMatch(/in the workspace is no (file|folder)/);
        rmSync(workspace.resolve(link));
      }
      expect(readFileSync(elsewhere.resolve('a.txt'), 'utf8')).toBe('Mine\n');
      untouched();
    },
  );

  it('a file of code owners that GitHub would pass over', async () => {
    workspace.setContent({
      'catalog-info.yaml': PAYMENTS,
      'docs/CODEOWNERS': 'x @y\n'.repeat(700_000),
    });
    const { error } = await run();
    expect(error?.message).toMatch(/more than the 3145728 that GitHub heeds/);
    untouched();
  });

  it('to write a part, where the rest can’t be written', async () => {
    const text = PAYMENTS.replace('metadata:', 'metadata: &m');
    workspace.setContent({
      'catalog-info.yaml': `x: &x { a: b }\n${text.replace(
        'spec:',
        '  annotations: *x\nspec:',
      )}`,
    });
    const { error } = await run();
    expect(error?.message).toMatch(/can't be set as they are written/);
    expect(read('CODEOWNERS')).toBeUndefined();
    expect(portal().callsOf('getChannelSettings')).toHaveLength(1);
  });
});
