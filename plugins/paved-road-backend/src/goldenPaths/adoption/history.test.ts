import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { historyOf } from './history';

const change = (state: ChannelState, day: number, time = '10:00:00.000Z') => ({
  state,
  at: `2026-11-${String(day).padStart(2, '0')}T${time}`,
});

const days = (pasts: Parameters<typeof historyOf>[0]) =>
  historyOf(pasts).map(({ counts, date }) => [
    date.slice(-2),
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${count} ${state}`)
      .join(', '),
  ]);

describe('historyOf', () => {
  it('tells the state at the end of each day', () => {
    expect(
      days([
        {
          changes: [
            change('off-road', 1),
            change('on-road', 3, '08:00:00.000Z'),
            change('drifting', 3, '23:59:59.999Z'),
          ],
          lookedAt: '2026-11-04T01:00:00.000Z',
        },
        {
          changes: [change('on-road', 2)],
          lookedAt: '2026-11-04T02:00:00.000Z',
        },
      ]),
    ).toEqual([
      ['01', '1 off-road'],
      ['02', '1 on-road, 1 off-road'],
      ['03', '1 on-road, 1 drifting'],
      ['04', '1 on-road, 1 drifting'],
    ]);
  });

  it('counts nothing before its first look and after its last', () => {
    expect(
      days([
        {
          changes: [change('on-road', 1)],
          lookedAt: '2026-11-02T01:00:00.000Z',
        },
        {
          changes: [change('drifting', 3)],
          lookedAt: '2026-11-03T10:00:00.000Z',
        },
        { changes: [] },
      ]),
    ).toEqual([
      ['01', '1 on-road'],
      ['02', '1 on-road'],
      ['03', '1 drifting'],
    ]);
  });

  it('goes back ninety days at most', () => {
    const history = historyOf([
      {
        changes: [{ state: 'on-road', at: '2020-01-01T00:00:00.000Z' }],
        lookedAt: '2026-11-27T00:00:00.000Z',
      },
    ]);
    expect(history).toHaveLength(90);
    expect(history.at(-1)?.date).toBe('2026-11-27');
  });
});
