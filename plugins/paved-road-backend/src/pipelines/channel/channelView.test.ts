import { channelView } from './channelView';
import { ChannelStanding } from './standings';

const HOUR = 60 * 60 * 1_000;
const now = Date.parse('2026-11-27T12:00:00.000Z');

const standing: ChannelStanding = {
  state: 'on-road',
  provider: 'github-actions',
  lookedAt: '2026-11-27T11:00:00.000Z',
  items: [
    { code: 'check-required', verdict: 'fail', message: 'No.' },
    { code: 'repository', verdict: 'pass', message: 'Yes.' },
  ],
};

const view = (freshnessMs: number) =>
  channelView(
    'component:default/ledger',
    standing,
    [
      { state: 'drifting', at: '2026-11-01T00:00:00.000Z' },
      { state: 'on-road', at: '2026-11-20T00:00:00.000Z' },
    ],
    { freshnessMs, now },
  );

describe('channelView', () => {
  it('tells since when a state holds', () => {
    expect(view(HOUR)).toEqual({
      entityRef: 'component:default/ledger',
      state: 'on-road',
      provider: 'github-actions',
      checkedAt: '2026-11-27T11:00:00.000Z',
      since: '2026-11-20T00:00:00.000Z',
      items: standing.items,
    });
  });

  it('relies on nothing that was found too long ago', () => {
    const { items, state } = view(HOUR - 1);
    expect(state).toBe('unknown');
    expect(items.map(({ verdict }) => verdict)).toEqual(['fail', 'unknown']);
    expect(items[1].message).toBe(
      'Yes. That was looked at too long ago to rely on.',
    );
  });
});
