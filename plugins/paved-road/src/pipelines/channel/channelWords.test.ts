import { channel, channelItem } from '../../__testUtils__/goldenPaths';
import { channelSentence, shownState } from './channelWords';

const fail = channelItem({ verdict: 'fail' });
const unknown = channelItem({ verdict: 'unknown' });

describe('shownState', () => {
  it.each([
    ['everything holds', channel(), 'on-road'],
    [
      'one thing is not known',
      channel({ items: [channelItem(), unknown] }),
      'unknown',
    ],
    [
      'one thing does not hold',
      channel({ items: [fail, unknown] }),
      'drifting',
    ],
    ['nothing was seen', channel({ items: [] }), 'unknown'],
    ['it was never looked at', channel({ checkedAt: undefined }), 'unknown'],
  ])('of what is said to be on the road where %s', (_, answer, expected) => {
    expect(shownState(answer)).toBe(expected);
  });

  it.each(['off-road', 'drifting', 'unknown'] as const)(
    'leaves %s as it is',
    state => {
      expect(shownState(channel({ state }))).toBe(state);
    },
  );
});

describe('channelSentence', () => {
  it.each([
    [channel(), 'The platform’s pipeline is its only way to production'],
    [channel({ state: 'drifting', items: [fail] }), '1 thing doesn’t hold'],
    [
      channel({ state: 'drifting', items: [fail, fail, unknown] }),
      '2 things don’t hold, 1 could not be looked at',
    ],
    [channel({ state: 'drifting', items: [] }), 'Something doesn’t hold'],
    [
      channel({ state: 'unknown', items: [unknown] }),
      '1 thing could not be looked at',
    ],
    [
      channel({ state: 'unknown', items: [], checkedAt: undefined }),
      'It was not looked at yet',
    ],
    [
      channel({ state: 'unknown', items: [] }),
      'Nothing was found that says where it stands',
    ],
  ])('%#: %j', (answer, sentence) => {
    expect(channelSentence(answer)).toBe(sentence);
  });
});
