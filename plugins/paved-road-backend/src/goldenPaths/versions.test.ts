import { changesSince, compareVersions } from './versions';

describe('compareVersions', () => {
  it.each<[string, string, number]>([
    ['1.9.0', '1.10.0', -1],
    ['v2', '1.9', 1],
    ['1.0', '1.0.0', 0],
    ['2026-11-26', '2026-11-3', 1],
    ['1.0.0', 'x', -1],
    [`1${'0'.repeat(400)}`, '1', 1],
  ])('%s to %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a)) + sign).toBe(0);
  });
});

describe('changesSince', () => {
  const changes = ['2.0.0', '1.10.0', '1.9.0'].map(version => ({
    version,
    date: '2026-11-26',
    summary: version,
  }));
  const since = (version: string | undefined) =>
    changesSince(version, changes).map(change => change.version);

  it('answers what came after a version', () => {
    expect(since('1.9.0')).toEqual(['2.0.0', '1.10.0']);
    expect(since('2.0.0')).toEqual([]);
    expect(since('3.0.0')).toEqual([]);
    // Not told of, and still somewhere in between.
    expect(since('1.9.5')).toEqual(['2.0.0', '1.10.0']);
    expect(since(undefined)).toEqual(['2.0.0', '1.10.0', '1.9.0']);
  });
});
