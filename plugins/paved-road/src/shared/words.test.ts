import { count, shortDigest } from './words';

describe('words', () => {
  it('counts in words', () => {
    expect(count(0, 'rule')).toBe('0 rules');
    expect(count(1, 'rule')).toBe('1 rule');
    expect(count(1200, 'rule')).toBe('1,200 rules');
    expect(count(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('shortens digests, and only those', () => {
    expect(shortDigest(`sha256:${'ab'.repeat(32)}`)).toBe(
      'sha256:abababababab',
    );
    expect(shortDigest('main')).toBe('main');
  });
});
