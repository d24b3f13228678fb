import { exactTime, isPast, relativeTime } from './times';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-24T11:59:40Z', 'just now'],
    ['2026-11-24T12:00:20Z', 'just now'],
    ['2026-11-24T11:58:00Z', '2 minutes ago'],
    ['2026-11-24T09:00:00Z', '3 hours ago'],
    ['2026-11-23T11:00:00Z', 'yesterday'],
    ['2026-11-14T12:00:00Z', 'last week'],
    ['2026-02-24T12:00:00Z', '9 months ago'],
    ['2024-11-24T12:00:00Z', '2 years ago'],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'tomorrow'],
    ['2026-11-21', '3 days ago'],
    ['2027-01-24', 'in 2 months'],
    ['soon', 'soon'],
  ])('says %s as %s', (value, words) => {
    expect(relativeTime(value, now)).toBe(words);
  });
});

describe('exactTime', () => {
  it('does not move a day into the day before', () => {
    expect(exactTime('2026-11-24')).toBe('Tuesday, November 24, 2026');
  });

  it('names the time and its zone', () => {
    expect(exactTime('2026-11-24T12:00:00Z')).toMatch(
      /November 2\d, 2026 at \d{1,2}:00:00/,
    );
  });
});

describe('isPast', () => {
  it('lets the day itself pass first', () => {
    expect(isPast('2026-11-24', now)).toBe(false);
    expect(isPast('2026-11-23', now)).toBe(true);
    expect(isPast(undefined, now)).toBe(false);
    expect(isPast('someday', now)).toBe(false);
  });
});
