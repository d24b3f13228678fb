import { createBundle } from './createBundle';
import { loadPackFiles } from './loadPackFiles';

const packOf = (id: string, files: Record<string, string>) =>
  loadPackFiles({
    fallbackId: id,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  });

const a = 'rule A { Resources exists }\n';
const b = 'rule B { Resources exists }\n';
const advice = '---\nenforcement: {production: advise}\n---\n';

describe('createBundle', () => {
  it('has the same digest in whatever order things come', () => {
    const one = packOf('one', { 'a.guard': a, 'b.guard': b });
    const turned = packOf('one', { 'b.guard': b, 'a.guard': a });
    const two = packOf('two', { 'a.guard': a });
    const environments = [
      { name: 'test', enforcement: 'advise' as const },
      { name: 'live', enforcement: 'block' as const },
    ];
    expect(createBundle({ packs: [one, two], environments }).digest).toBe(
      createBundle({
        packs: [two, turned],
        environments: [...environments].reverse(),
      }).digest,
    );
  });

  it.each([
    ['a rule’s source', packOf('p', { 'a.guard': `${a}#` })],
    ['one more rule', packOf('p', { 'a.guard': a, 'b.guard': b })],
    ['the pack’s name', packOf('q', { 'a.guard': a })],
    ['a rule’s enforcement', packOf('p', { 'a.guard': a, 'a.md': advice })],
  ])('has another digest with %s', (_what, pack) => {
    const base = createBundle({ packs: [packOf('p', { 'a.guard': a })] });
    expect(createBundle({ packs: [pack] }).digest).not.toBe(base.digest);
  });

  it('has another digest with an environment’s default, and only then', () => {
    const packs = [packOf('p', { 'a.guard': a })];
    const digestWith = (enforcement: 'block' | 'advise') =>
      createBundle({ packs, environments: [{ name: 'live', enforcement }] })
        .digest;
    expect(digestWith('block')).not.toBe(digestWith('advise'));
    const reworded = [
      packOf('p', { 'a.guard': a, 'a.md': '---\ntitle: X\n---\n' }),
    ];
    expect(createBundle({ packs: reworded }).digest).toBe(
      createBundle({ packs }).digest,
    );
  });

  it('takes a rule’s own enforcement before the environment’s', () => {
    const bundle = createBundle({
      packs: [packOf('p', { 'a.guard': a, 'a.md': advice })],
    });
    const rule = bundle.rules.get('p/A')!;
    expect(bundle.enforcementOf(rule, 'production')).toBe('advise');
    expect(bundle.enforcementOf(rule, 'staging')).toBe('block');
    expect(() => bundle.enforcementOf(rule, 'prod')).toThrow(
      /no environment 'prod'; there are: development, staging, production/,
    );
  });

  it('reports enforcement in an environment that there is not', () => {
    const bundle = createBundle({
      packs: [
        packOf('p', {
          'a.guard': a,
          'a.md': '---\nenforcement: {prodction: advise}\n---\n',
        }),
      ],
    });
    expect(bundle.packs[0].problems).toEqual([
      {
        path: 'a.md',
        field: 'enforcement.prodction',
        message:
          'is no environment; there are: development, staging, production',
      },
    ]);
  });

  it('refuses two packs of one name', () => {
    const pack = packOf('p', { 'a.guard': a });
    expect(() => createBundle({ packs: [pack, pack] })).toThrow(
      /two packs called 'p'/,
    );
  });
});
