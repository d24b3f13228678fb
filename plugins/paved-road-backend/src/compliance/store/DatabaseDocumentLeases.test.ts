import { createTestDatabases } from '../../__testUtils__/databases';
import { DatabaseDocumentLeases } from './DatabaseDocumentLeases';

const databases = createTestDatabases();
const never = new AbortController().signal;

describe.each(databases.eachSupportedId())(
  'DatabaseDocumentLeases on %s',
  id => {
    it('lets two replicas at the same document one after the other', async () => {
      const knex = await databases.init(id);
      let working = 0;
      let most = 0;
      const work = async () => {
        working += 1;
        most = Math.max(most, working);
        await new Promise(resolve => setTimeout(resolve, 20));
        working -= 1;
        return 'done';
      };
      expect(
        await Promise.all([
          new DatabaseDocumentLeases(knex).hold(['b', 'a'], never, work),
          new DatabaseDocumentLeases(knex).hold(['a', 'c'], never, work),
          new DatabaseDocumentLeases(knex).hold(['c', 'b', 'c'], never, work),
        ]),
      ).toEqual(['done', 'done', 'done']);
      expect(most).toBe(1);
      expect(await knex('document_leases').select()).toEqual([]);
    });

    it('holds up nobody with other documents', async () => {
      const leases = new DatabaseDocumentLeases(await databases.init(id));
      const inner = jest.fn(async () => 'inner');
      await leases.hold(['a'], never, () => leases.hold(['b'], never, inner));
      expect(inner).toHaveBeenCalled();
    });

    it('gives the documents free where the work fails or the holder dies', async () => {
      const knex = await databases.init(id);
      const leases = new DatabaseDocumentLeases(knex);
      await expect(
        leases.hold(['a'], never, async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      const dying = new DatabaseDocumentLeases(knex, { leaseMs: -1 });
      let hanging = () => {};
      const hung = dying.hold(
        ['a'],
        never,
        () =>
          new Promise<void>(resolve => {
            hanging = resolve;
          }),
      );
      expect(await leases.hold(['a'], never, async () => 'mine')).toBe('mine');
      hanging();
      await hung;
    });

    it('stops waiting when told to', async () => {
      const leases = new DatabaseDocumentLeases(await databases.init(id));
      const controller = new AbortController();
      await leases.hold(['a'], never, async () => {
        const waiting = leases.hold(
          ['a'],
          controller.signal,
          async () => 'two',
        );
        controller.abort();
        await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      });
    });
  },
);
