import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { sentParameters } from './sentParameters';

describe('sentParameters', () => {
  const cases: [string, ChosenParameter, object[]][] = [
    [
      'a value',
      { key: 'A', kept: 'value', value: 'x' },
      [{ key: 'A', value: 'x' }],
    ],
    [
      'an empty value',
      { key: 'A', kept: 'value', value: '' },
      [{ key: 'A', value: '' }],
    ],
    ['no default', { key: 'A', kept: 'default', value: 'x' }, []],
    [
      'no value of what stays',
      { key: 'A', kept: 'previous' },
      [{ key: 'A', value: undefined }],
    ],
    [
      'a secret',
      { key: 'Password', kept: 'secret' },
      [{ key: 'Password', value: 'swordfish' }],
    ],
    [
      'an empty secret',
      { key: '__proto__', kept: 'secret' },
      [{ key: '__proto__', value: '' }],
    ],
  ];
  const secrets = new Map([
    ['Password', 'swordfish'],
    ['__proto__', ''],
  ]);
  it.each(cases)('has %s', (_, parameter, sent) => {
    expect(sentParameters([parameter], secrets)).toEqual(sent);
  });

  it.each(['Password', '__proto__', 'constructor'])(
    'sends nothing at all rather than an empty secret for %s',
    key => {
      expect(() =>
        sentParameters([{ key, kept: 'secret' }], new Map()),
      ).toThrow(`The value of '${key}' is not at hand`);
    },
  );
});
