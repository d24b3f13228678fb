import { stateCounts } from '../../__testUtils__/goldenPaths';
import { CHART_DAYS, historyBars } from './historyBars';

describe('historyBars', () => {
  it('stacks what is on the road first, and leaves out what is none', () => {
    const { bars } = historyBars([
      {
        date: '2026-11-26',
        counts: stateCounts({ 'on-road': 3, 'off-road': 2 }),
      },
    ]);
    expect(bars[0].parts).toEqual([
      { state: 'on-road', from: 0, to: 3 },
      { state: 'off-road', from: 3, to: 5 },
    ]);
  });

  it('leaves days without a look empty, whatever the order of the others', () => {
    const { days, bars } = historyBars(
      ['2026-11-26', '2026-11-01', '2026-11-20'].map(date => ({
        date,
        counts: stateCounts({ 'on-road': 1 }),
      })),
    );
    expect(days).toBe(26);
    expect(bars.map(({ day }) => day)).toEqual([0, 19, 25]);
  });

  it('does not stretch a few days, and drops what is too long ago or no day', () => {
    const counts = stateCounts({ drifting: 1 });
    const { days, bars } = historyBars([
      { date: '2020-01-01', counts },
      { date: 'yesterday', counts },
      { date: '2026-11-25', counts },
      { date: '2026-11-26', counts },
    ]);
    expect(days).toBe(14);
    expect(bars.map(({ date, day }) => [date, day])).toEqual([
      ['2026-11-25', 12],
      ['2026-11-26', 13],
    ]);
    expect(CHART_DAYS).toBeGreaterThan(days);
  });

  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [9, 10],
    [11, 12],
    [21, 30],
    [99, 100],
    [101, 120],
  ])('scales %s services to %s', (most, top) => {
    const counts = stateCounts({ unknown: most });
    expect(historyBars([{ date: '2026-11-26', counts }]).top).toBe(top);
  });

  it('makes nothing of nothing', () => {
    expect(historyBars([])).toEqual({ days: 14, top: 2, bars: [] });
  });
});
