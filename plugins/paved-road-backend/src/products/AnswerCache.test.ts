import { mockServices } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { AnswerCache } from './AnswerCache';

function memory() {
  const kept = new Map<string, JsonValue>();
  return mockServices.cache.mock({
    get: async <T extends JsonValue>(key: string) =>
      kept.get(key) as T | undefined,
    set: async (key, value) => {
      kept.set(key, JSON.parse(JSON.stringify(value)));
    },
  });
}

describe('AnswerCache', () => {
  it('asks once, and says when that was', async () => {
    const answers = new AnswerCache(memory(), 1000);
    const ask = jest.fn(async () => ({ some: 'answer' }));
    const first = await answers.get('a', ask);
    expect(first).toEqual({
      value: { some: 'answer' },
      readAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await answers.get('a', ask)).toEqual(first);
    await answers.get('b', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks once for all who want to know at the same time', async () => {
    const answers = new AnswerCache(memory(), 1000);
    const ask = jest.fn(async () => 1);
    await Promise.all([answers.get('a', ask), answers.get('a', ask)]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('keeps no failure', async () => {
    const answers = new AnswerCache(memory(), 1000);
    await expect(
      answers.get('a', async () => {
        throw new Error('down');
      }),
    ).rejects.toThrow('down');
    expect((await answers.get('a', async () => 'up')).value).toBe('up');
  });
});
