import { createTestDatabases } from '../../__testUtils__/databases';
import { DatabaseVerdictMemory } from './DatabaseVerdictMemory';

const engine = { name: 'cfn-guard', version: '3.1.1' };

const evaluation = (documentDigest: string, fileDigest: string) => ({
  documentDigest,
  fileDigest,
  outcomes: {
    A: {
      verdict: 'fail' as const,
      findings: [{ propertyPath: '/Resources', line: 1, message: 'Say why' }],
    },
    B: { verdict: 'skip' as const, findings: [] },
  },
});

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseVerdictMemory on %s',
  id => {
    it('recalls the pairs asked for, and no others', async () => {
      const knex = await databases.init(id);
      const all = ['d1', 'd2'].flatMap(document =>
        ['f1', 'f2'].map(file => evaluation(document, file)),
      );
      await new DatabaseVerdictMemory(knex).remember(engine, all);
      const memory = new DatabaseVerdictMemory(knex);
      expect(
        await memory.recall(engine, [all[0], all[3], evaluation('d3', 'f1')]),
      ).toEqual(expect.arrayContaining([all[0], all[3]]));
      expect(
        await memory.recall(engine, [all[0], all[3], evaluation('d3', 'f1')]),
      ).toHaveLength(2);
      expect(await memory.recall({ ...engine, version: '3.1.2' }, all)).toEqual(
        [],
      );
      expect(await memory.recall(engine, [])).toEqual([]);
    });

    it('does not remember what another try may answer otherwise', async () => {
      const memory = new DatabaseVerdictMemory(await databases.init(id));
      const fleeting = { ...evaluation('d1', 'f1'), transient: true };
      await memory.remember(engine, [fleeting]);
      expect(await memory.recall(engine, [fleeting])).toEqual([]);
    });

    it('takes the newer of two, and many at once from many', async () => {
      const memory = new DatabaseVerdictMemory(await databases.init(id));
      const many = Array.from({ length: 500 }, (_, n) =>
        evaluation('d', `f${n}`),
      );
      await Promise.all(
        [many, [...many].reverse()].map(all => memory.remember(engine, all)),
      );
      const less = { ...many[0], outcomes: {} };
      await memory.remember(engine, [less]);
      expect(await memory.recall(engine, [less])).toEqual([less]);
      expect(await memory.recall(engine, many)).toHaveLength(500);
    });
  },
);
