import { mockServices } from '@backstage/backend-test-utils';
import {
  defaultEnvironments,
  Pack,
  PackProvider,
  PolicyEngine,
  RuleFile,
} from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../__testUtils__/acmePack';
import { DefaultBundleService } from './BundleService';

/** Answers one thing after the other, the last one for ever. */
function provider(name: string, ...answers: (Pack[] | Error)[]): PackProvider {
  return {
    name,
    async loadPacks() {
      const answer = answers.length > 1 ? answers.shift()! : answers[0];
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };
}

function create(...providers: PackProvider[]) {
  const asked: RuleFile[] = [];
  const engine = {
    async findBrokenFiles(files: RuleFile[]) {
      asked.push(...files);
      return new Map(
        files
          .filter(({ text }) => text.includes('broken'))
          .map(({ digest }) => [digest, 'line 1']),
      );
    },
  } as Partial<PolicyEngine> as PolicyEngine;
  const service = new DefaultBundleService({
    providers,
    environments: defaultEnvironments,
    engine,
    logger: mockServices.logger.mock(),
    loadTimeoutMs: 500,
  });
  return { service, asked };
}

const acme = acmePack();
const renamed = (id: string, pack = acme): Pack => ({
  ...pack,
  id,
  rules: pack.rules.map(rule => ({
    ...rule,
    id: `${id}/${rule.name}`,
    pack: id,
  })),
});
const changed = acmePack({
  'acme/new.guard': "rule is_new { Resources.*.Type != 'broken' }\n",
});

describe('DefaultBundleService', () => {
  it('puts the packs of all providers in force', async () => {
    const { service } = create(
      provider('a', [acme]),
      provider('b', [renamed('b'), renamed('c')]),
    );
    const { bundle, problems, missing } = await service.getBundle();
    expect(bundle.packs.map(({ id }) => id)).toEqual(['acme', 'b', 'c']);
    expect(bundle.rules.size).toBe(6);
    expect(problems).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('leaves the others in force where a pack cannot be loaded, and says so', async () => {
    const { service } = create(
      provider('https://git.example/b', new Error('no such host')),
      provider('a', [acme]),
    );
    const { bundle, problems, missing } = await service.getBundle();
    expect(bundle.packs.map(({ id }) => id)).toEqual(['acme']);
    expect(problems).toEqual([
      {
        pack: 'https://git.example/b',
        message: 'Not in force: no such host',
      },
    ]);
    expect(missing).toEqual(['https://git.example/b']);
  });

  it('does not wait for a pack for ever', async () => {
    const { service } = create(
      { name: 'silent', loadPacks: () => new Promise(() => {}) },
      provider('a', [acme]),
    );
    const { bundle, problems } = await service.getBundle();
    expect(bundle.packs).toHaveLength(1);
    expect(problems).toEqual([
      {
        pack: 'silent',
        message: 'Not in force: could not be read within 0.5 s',
      },
    ]);
  });

  it('keeps the last good version of a pack, until it can be read again', async () => {
    const { service } = create(
      provider('a', [acme], new Error('timed out'), [changed]),
    );
    const first = await service.getBundle();
    const second = await service.refresh();
    expect(second.bundle.digest).toBe(first.bundle.digest);
    expect(second.missing).toEqual([]);
    expect(second.problems).toEqual([
      {
        pack: 'acme',
        message: 'Kept as it was when it was last read: timed out',
      },
    ]);
    const third = await service.refresh();
    expect(third.bundle.digest).not.toBe(first.bundle.digest);
    expect(third.bundle.rules.has('acme/is_new')).toBe(true);
    expect(third.problems).toEqual([]);
    await expect(service.getBundle()).resolves.toBe(third);
  });

  it('does not let a pack vanish by becoming empty', async () => {
    const { service } = create(provider('a', [acme], [{ ...acme, rules: [] }]));
    const first = await service.getBundle();
    const second = await service.refresh();
    expect(second.bundle.digest).toBe(first.bundle.digest);
    expect(second.problems[0].message).toContain(
      "the pack 'acme' holds no rule",
    );
  });

  it('does not let two packs of one name mix', async () => {
    const { service } = create(
      provider('a', [acme]),
      provider('b', [changed, renamed('other')]),
    );
    const { bundle, problems, missing } = await service.getBundle();
    expect(bundle.packs.map(({ id }) => id)).toEqual(['acme', 'other']);
    expect(bundle.rules.has('acme/is_new')).toBe(false);
    expect(problems).toEqual([
      {
        pack: 'acme',
        message: 'Not in force: b holds a second pack of this name',
      },
    ]);
    expect(missing).toEqual(['b']);
  });

  it('fails where there is no pack at all, and tries again', async () => {
    const { service } = create(provider('a', new Error('gone'), [acme]));
    await expect(service.getBundle()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'There are no rules in force. Pack a: Not in force: gone',
    });
    await expect(service.getBundle()).resolves.toMatchObject({ problems: [] });
  });

  it('passes on the problems of single files', async () => {
    const pack = {
      ...acme,
      problems: [
        { path: 'x.md', field: 'severity', message: 'is not known' },
        { path: 'y.md', message: 'has no rule' },
      ],
    };
    const { service } = create(provider('a', [pack]));
    await expect(service.getBundle()).resolves.toMatchObject({
      problems: [
        { pack: 'acme', message: 'x.md, severity: is not known' },
        { pack: 'acme', message: 'y.md: has no rule' },
      ],
    });
  });

  it('asks the engine about each file once, and remembers what is broken', async () => {
    const { service, asked } = create(
      provider('a', [changed], [changed], [acme], [changed]),
    );
    const first = await service.getBundle();
    const [broken] = first.bundle.rules.get('acme/is_new')!.files;
    expect([...first.brokenFiles]).toEqual([[broken.digest, 'line 1']]);
    expect(asked).toHaveLength(3);
    expect([...(await service.refresh()).brokenFiles.keys()]).toEqual([
      broken.digest,
    ]);
    expect(asked).toHaveLength(3);
    expect((await service.refresh()).brokenFiles.size).toBe(0);
    expect((await service.refresh()).brokenFiles.size).toBe(1);
    // What had gone is asked about anew when it comes back.
    expect(asked).toHaveLength(4);
    expect(first.brokenFiles.size).toBe(1);
  });

  it('reads the packs once for all who ask at the same time', async () => {
    let loads = 0;
    const { service } = create({
      name: 'a',
      async loadPacks() {
        loads++;
        return [acme];
      },
    });
    const [one, two] = await Promise.all([
      service.getBundle(),
      service.refresh(),
    ]);
    expect(one).toBe(two);
    expect(loads).toBe(1);
  });
});
