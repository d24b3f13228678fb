import { ProvisionedProductStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { aClaimedChange } from '../__testUtils__/changes';
import { ReadProvisioned, ReadRecord } from '../ProductProvisioner';
import { conclude, isFinal, isSettled } from './conclude';

function record(fields: Partial<ReadRecord> = {}): ReadRecord {
  return {
    recordId: 'rec-1',
    status: 'SUCCEEDED',
    errors: [],
    outputs: [{ key: 'QueueUrl', value: 'https://sqs.example/orders' }],
    ...fields,
  };
}

const failed = (...errors: ReadRecord['errors']) =>
  record({ status: 'FAILED', errors });

function product(fields: Partial<ReadProvisioned> = {}): ReadProvisioned {
  return {
    awsId: 'pp-1',
    name: 'orders',
    status: 'AVAILABLE',
    lastRecordId: 'rec-1',
    ...fields,
  };
}

const lagging = product({
  status: 'UNDER_CHANGE',
  lastRecordId: 'rec-0',
  statusMessage: 'What went wrong the time before',
});

describe('isFinal', () => {
  it.each([
    ['SUCCEEDED', true],
    ['FAILED', true],
    ['CREATED', false],
    ['IN_PROGRESS', false],
    ['IN_PROGRESS_IN_ERROR', false],
    ['UNKNOWN', false],
    ['succeeded', false],
  ])('takes %s for %s', (status, expected) => {
    expect(isFinal(record({ status }))).toBe(expected);
  });
});

describe('isSettled', () => {
  const update = aClaimedChange({ kind: 'update' });
  const end = aClaimedChange({ kind: 'terminate' });
  it.each([
    ['an update that shows', update, record(), product(), true],
    ['another record', update, record(), product({ lastRecordId: 'x' }), false],
    [
      'no record',
      update,
      record(),
      product({ lastRecordId: undefined }),
      false,
    ],
    [
      'a change going on',
      update,
      record(),
      product({ status: 'UNDER_CHANGE' }),
      false,
    ],
    ['nothing there', update, record(), undefined, false],
    ['nothing there after an end', end, record(), undefined, true],
    ['something there after an end', end, record(), product(), false],
    [
      'something there after an end that failed',
      end,
      failed(),
      product(),
      true,
    ],
    ['nothing there after an end that failed', end, failed(), undefined, false],
  ])('knows %s', (_, claimed, read, there, expected) => {
    expect(isSettled(claimed, read, there)).toBe(expected);
  });
});

describe('conclude', () => {
  type Kind = 'launch' | 'update' | 'action' | 'terminate';

  it('keeps how AWS has it, its version and its outputs', () => {
    const there = product({ statusMessage: 'All is well' });
    expect(conclude(aClaimedChange(), record(), there)).toEqual({
      end: {
        state: 'succeeded',
        recordId: 'rec-1',
        recordStatus: 'SUCCEEDED',
        problem: undefined,
      },
      state: {
        awsId: 'pp-1',
        status: 'AVAILABLE',
        statusMessage: 'All is well',
        version: { id: 'pa-1', name: 'v1.0' },
        outputs: record().outputs,
      },
    });
  });

  it.each<[Kind, boolean]>([
    ['launch', true],
    ['update', true],
    ['action', false],
    ['terminate', false],
  ])('after the change %s takes its version: %s', (kind, expected) => {
    const { state } = conclude(aClaimedChange({ kind }), record(), lagging);
    expect(state.version !== undefined).toBe(expected);
    expect(state.outputs !== undefined).toBe(expected);
    const after = conclude(aClaimedChange({ kind }), failed(), product());
    expect(after.state.version).toBeUndefined();
    expect(after.state.outputs).toBeUndefined();
  });

  it.each<[Kind, string, ProvisionedProductStatus]>([
    ['launch', 'SUCCEEDED', 'AVAILABLE'],
    ['launch', 'FAILED', 'ERROR'],
    ['update', 'SUCCEEDED', 'AVAILABLE'],
    ['update', 'FAILED', 'TAINTED'],
    ['terminate', 'SUCCEEDED', 'TERMINATED'],
    ['terminate', 'FAILED', 'TAINTED'],
    ['action', 'SUCCEEDED', 'UNKNOWN'],
    ['action', 'FAILED', 'UNKNOWN'],
  ])(
    'after the change %s that has %s takes it for %s where AWS lags behind',
    (kind, status, expected) => {
      const claimed = aClaimedChange({ kind }, { status: 'UNDER_CHANGE' });
      for (const there of [lagging, undefined]) {
        const { state } = conclude(claimed, record({ status }), there);
        expect(state.status).toBe(expected);
        expect(state.statusMessage).not.toBe(lagging.statusMessage);
      }
    },
  );

  it('leaves what an action has run on as it was, where AWS lags behind', () => {
    const claimed = aClaimedChange({ kind: 'action' }, { status: 'TAINTED' });
    expect(conclude(claimed, record(), undefined).state.status).toBe('TAINTED');
  });

  it('says on a product that has failed what has failed, and on no other', () => {
    const claimed = aClaimedChange({ kind: 'update' });
    const tooSmall = failed({ message: 'Too small' });
    const messageAfter = (read: ReadRecord, there: ReadProvisioned) =>
      conclude(claimed, read, there).state.statusMessage;
    expect(messageAfter(tooSmall, lagging)).toBe('Too small');
    expect(messageAfter(tooSmall, product({ status: 'TAINTED' }))).toBe(
      'Too small',
    );
    expect(messageAfter(tooSmall, product())).toBeUndefined();
    expect(messageAfter(record(), lagging)).toBeUndefined();
  });

  it('believes what AWS tells from after a failure', () => {
    const { state } = conclude(
      aClaimedChange({ kind: 'update' }),
      failed(),
      product({ status: 'ERROR' }),
    );
    expect(state.status).toBe('ERROR');
  });

  const problems: [string, ReadRecord, ReadProvisioned | undefined, object][] =
    [
      [
        'all of AWS’s words',
        failed({ message: 'Too small' }, { code: 'E1', message: 'Too old' }),
        product({ statusMessage: 'Something' }),
        { code: 'E1', message: 'Too small\nToo old' },
      ],
      [
        'the words on the product',
        failed(),
        product({ status: 'ERROR', statusMessage: 'Parameters: [KeyName]' }),
        { code: undefined, message: 'Parameters: [KeyName]' },
      ],
      [
        'no words from the time before',
        failed(),
        lagging,
        {
          code: undefined,
          message: 'It failed, and AWS does not say why',
        },
      ],
      [
        'that there are none',
        failed(),
        undefined,
        {
          code: undefined,
          message: 'It failed, and AWS does not say why',
        },
      ],
    ];
  it.each(problems)('of a failure keeps %s', (_, read, there, problem) => {
    const { end } = conclude(aClaimedChange({ kind: 'update' }), read, there);
    expect(end).toMatchObject({ state: 'failed', problem });
  });
});
