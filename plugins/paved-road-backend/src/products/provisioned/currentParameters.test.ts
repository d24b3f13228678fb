import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { aKeptChange } from './__testUtils__/changes';
import { KeptChange } from './changes';
import { currentParameters } from './currentParameters';

function change(
  kind: 'launch' | 'update' | 'action' | 'terminate',
  parameters: ChosenParameter[],
  state: KeptChange['state'] = 'succeeded',
) {
  return aKeptChange({ state, request: { kind, parameters } });
}

const value = (key: string, text: string): ChosenParameter => ({
  key,
  kept: 'value',
  value: text,
});
const previous = (key: string): ChosenParameter => ({ key, kept: 'previous' });

const launch = change('launch', [
  value('Size', 'small'),
  { key: 'Password', kept: 'secret' },
  { key: 'Zone', kept: 'default', value: 'a' },
]);

describe('currentParameters', () => {
  const cases: [string, KeptChange[], ChosenParameter[]][] = [
    ['none before anything has come to its end', [], []],
    ['those of the launch', [launch], launch.request.parameters],
    [
      'those of the newest update, and what it has left as it was',
      [
        change('update', [
          previous('Size'),
          value('Zone', 'c'),
          previous('Password'),
        ]),
        change('update', [
          value('Size', 'large'),
          previous('Zone'),
          previous('Password'),
        ]),
        launch,
      ],
      [
        value('Size', 'large'),
        value('Zone', 'c'),
        { key: 'Password', kept: 'secret' },
      ],
    ],
    [
      'without those that a later version no longer has',
      [
        change('update', [previous('Size')]),
        change('update', [value('Zone', 'b')]),
        launch,
      ],
      [previous('Size')],
    ],
    [
      'those before a change that came to nothing, goes on or is no update',
      [
        change('terminate', []),
        change('action', []),
        ...(
          ['failed', 'refused', 'interrupted', 'running', 'sending'] as const
        ).map(state => change('update', [value('Size', state)], state)),
        launch,
      ],
      launch.request.parameters,
    ],
    [
      'none of a launch that failed',
      [change('launch', [value('Size', 'small')], 'failed')],
      [],
    ],
    [
      'those with names that mean something to JavaScript',
      [
        change('update', [previous('__proto__'), previous('constructor')]),
        change('launch', [value('__proto__', 'x')]),
      ],
      [value('__proto__', 'x'), previous('constructor')],
    ],
  ];
  it.each(cases)('are %s', (_, changes, expected) => {
    const before = structuredClone(changes);
    expect(currentParameters(changes)).toEqual(expected);
    expect(changes).toEqual(before);
  });
});
