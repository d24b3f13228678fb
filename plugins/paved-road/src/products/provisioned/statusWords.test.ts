import { provisionedProductStatuses } from '@paved-road/backstage-plugin-paved-road-common';
import {
  byUrgency,
  changeWords,
  progressTone,
  progressWords,
  statusesByUrgency,
  statusTones,
  statusWords,
} from './statusWords';

describe('the words of a status', () => {
  it('tell every status from the others', () => {
    const words = provisionedProductStatuses.map(one => statusWords[one]);
    expect(new Set(words).size).toBe(provisionedProductStatuses.length);
    expect([...statusesByUrgency].sort()).toEqual(
      [...provisionedProductStatuses].sort(),
    );
  });

  it('say that all is well of what is available, and of nothing else', () => {
    const well = provisionedProductStatuses.filter(
      one => statusTones[one] === 'good',
    );
    expect(well).toEqual(['AVAILABLE']);
    expect(statusTones.TAINTED).toBe('bad');
    expect(statusTones.ERROR).toBe('bad');
  });

  it('put failures before what is not known, and that before what is well', () => {
    const sorted = byUrgency([
      { status: 'AVAILABLE', name: 'a' },
      { status: 'UNKNOWN', name: 'b' },
      { status: 'TAINTED', name: 'c' },
      { status: 'AVAILABLE', name: 'd' },
      { status: 'ERROR', name: 'e' },
    ]);
    expect(sorted.map(({ name }) => name).join('')).toBe('ecbad');
  });
});

describe('the words of a change', () => {
  it('say that a change AWS undoes has failed, though AWS calls it in progress', () => {
    const undone = {
      state: 'running',
      recordStatus: 'IN_PROGRESS_IN_ERROR',
    } as const;
    expect(progressWords(undone)).toBe('Failed, is being rolled back');
    expect(progressTone(undone)).toBe('bad');
    expect(
      progressWords({ state: 'running', recordStatus: 'IN_PROGRESS' }),
    ).toBe('AWS is at it');
  });

  it('name the version or the action where there is one', () => {
    const version = { id: 'pa-2', name: 'v2' };
    expect(changeWords({ kind: 'launch', version })).toBe('Launch of v2');
    expect(changeWords({ kind: 'update', version })).toBe('Update to v2');
    expect(changeWords({ kind: 'update' })).toBe('Update');
    expect(changeWords({ kind: 'action', action: 'Restart' })).toBe(
      'Action Restart',
    );
    expect(changeWords({ kind: 'terminate', version })).toBe('End');
  });
});
