import { newerVersionOf } from './newerVersion';
import { ProductVersion } from './product';

function version(
  id: string,
  day: number,
  guidance?: ProductVersion['guidance'],
): ProductVersion {
  return {
    id,
    name: `v${id}`,
    createdAt: `2026-01-0${day}T00:00:00.000Z`,
    guidance,
  };
}

describe('newerVersionOf', () => {
  const undated = { id: 'x', name: 'vx' };
  const cases: [
    string,
    ProductVersion[],
    string | undefined,
    string | undefined,
  ][] = [
    ['the newest', [version('2', 2), version('1', 1)], '1', '2'],
    ['none for the newest', [version('2', 2), version('1', 1)], '2', undefined],
    [
      'the makers’ default',
      [version('3', 3), version('2', 2, 'default'), version('1', 1)],
      '1',
      '2',
    ],
    [
      'none for the makers’ default',
      [version('3', 3), version('2', 2, 'default')],
      '2',
      undefined,
    ],
    [
      'no default that is older',
      [version('3', 3), version('2', 2, 'default')],
      '3',
      undefined,
    ],
    [
      'an older one in place of a deprecated one',
      [version('1', 1), version('2', 2, 'deprecated')],
      '2',
      '1',
    ],
    [
      'no deprecated one',
      [version('1', 1), version('2', 2, 'deprecated')],
      '1',
      undefined,
    ],
    [
      'none where all are deprecated',
      [version('2', 2, 'deprecated'), version('1', 1, 'deprecated')],
      '1',
      undefined,
    ],
    ['one for a version that is gone', [version('2', 2)], '1', '2'],
    ['one for a version that is not known', [version('2', 2)], undefined, '2'],
    [
      'one with a date before one without',
      [version('2', 2), undated],
      'x',
      '2',
    ],
    ['none without a date', [undated, version('1', 1)], '1', undefined],
    ['none of none', [], '1', undefined],
    [
      'none for a name that means something to JavaScript',
      [],
      '__proto__',
      undefined,
    ],
  ];
  it.each(cases)('is %s', (_, versions, current, expected) => {
    expect(newerVersionOf(versions, current)).toEqual(
      expected === undefined
        ? undefined
        : { id: expected, name: `v${expected}` },
    );
  });
});
