import { paceOf, SLOW_MS } from './pace';

const MINUTE_MS = 60_000;

describe('paceOf', () => {
  it('slows down with the age of a change, and never stops', () => {
    const paces = [0, 1, 5, 14, 15, 60, 600, 100_000].map(minutes =>
      paceOf(minutes * MINUTE_MS),
    );
    expect(paces).toEqual([...paces].sort((a, b) => a - b));
    expect(new Set(paces).size).toBe(3);
    expect(paces[0]).toBeGreaterThan(0);
    expect(Math.max(...paces)).toBeLessThan(SLOW_MS);
  });

  it('is quick for what clocks make younger than new', () => {
    expect(paceOf(-MINUTE_MS)).toBe(paceOf(0));
  });
});
