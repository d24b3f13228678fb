import { ChangeKind } from '@paved-road/backstage-plugin-paved-road-common';
import { aKeptChange, aProvisionedProduct } from '../__testUtils__/changes';
import { toNotification } from './notification';

describe('toNotification', () => {
  it.each<[ChangeKind, string, string]>([
    ['launch', "'orders' is launched", "'orders' could not be launched"],
    ['update', "'orders' is updated", "'orders' could not be updated"],
    [
      'action',
      "'orders' has run its action",
      "'orders' could not run its action",
    ],
    ['terminate', "'orders' is ended", "'orders' could not be ended"],
  ])('says how the change %s ended', (kind, done, failed) => {
    const request = { kind };
    const there = aProvisionedProduct();
    expect(toNotification(aKeptChange({ request }), there)).toMatchObject({
      title: done,
      severity: 'normal',
    });
    for (const state of ['failed', 'refused', 'interrupted'] as const) {
      expect(
        toNotification(aKeptChange({ request, state }), there),
      ).toMatchObject({ title: failed, severity: 'high' });
    }
  });

  it('says what it was, for whom and why not', () => {
    const request = {
      kind: 'action' as const,
      action: { id: 'act-1', name: 'Restart' },
    };
    expect(
      toNotification(aKeptChange({ request }), aProvisionedProduct())
        .description,
    ).toBe('Message queue, Restart, for component:default/payments');
    expect(
      toNotification(
        aKeptChange({
          request,
          state: 'failed',
          problem: { message: 'It hung' },
        }),
        aProvisionedProduct(),
      ).description,
    ).toBe('Message queue, Restart, for component:default/payments: It hung');
    expect(
      toNotification(aKeptChange({ state: 'failed' }), aProvisionedProduct())
        .description,
    ).toContain('no reason was given');
  });

  it('cuts pages of AWS’s words, and leads nowhere else', () => {
    const { description, link } = toNotification(
      aKeptChange({
        state: 'failed',
        problem: { message: 'x'.repeat(100_000) },
      }),
      aProvisionedProduct({ id: '../../evil?a#b' }),
    );
    expect(description?.length).toBeLessThan(500);
    expect(link).toBe('/paved-road/provisioned/..%2F..%2Fevil%3Fa%23b');
  });

  it('is one for one change', () => {
    const scopeOf = (id: string, state: 'failed' | 'succeeded') =>
      toNotification(aKeptChange({ id, state }), aProvisionedProduct()).scope;
    expect(scopeOf('a', 'failed')).toBe(scopeOf('a', 'succeeded'));
    expect(scopeOf('a', 'failed')).not.toBe(scopeOf('b', 'failed'));
  });
});
