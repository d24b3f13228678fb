import { maySpeakFor } from './findPipeline';

const pipeline = { id: 'ci', title: 'CI', subject: 'external:ci' };

describe('maySpeakFor', () => {
  it.each([
    ['component:default/ledger', 'component:default/ledger', true],
    ['component:default/*', 'component:default/ledger', true],
    ['component:default/payments-*', 'component:default/payments-api', true],
    ['*:pay*/**', 'component:payments/api', true],
    ['component:default/ledger', 'component:default/ledger-2', false],
    ['component:default/ledger', 'component:other/ledger', false],
    ['component:default/a.b', 'component:default/axb', false],
    ['component:default/*', 'component:default/a/b', false],
    ['component:*/ledger', 'component:default/x/ledger', false],
    ['*:default/ledger', 'x:component:default/ledger', false],
  ])('%s and %s: %s', (pattern, entityRef, expected) => {
    expect(maySpeakFor({ ...pipeline, services: [pattern] }, entityRef)).toBe(
      expected,
    );
  });
});
