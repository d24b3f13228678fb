import { entityPathOf, shortName, validEntityRef } from './entityRefs';

describe('entity refs', () => {
  it('takes a ref apart for the API', () => {
    expect(entityPathOf('Component:default/payments-api')).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'payments-api',
    });
  });

  it('tells a ref from other text', () => {
    expect(validEntityRef('group:default/team')).toBe('group:default/team');
    expect(validEntityRef('Jane from security')).toBeUndefined();
    expect(validEntityRef(undefined)).toBeUndefined();
  });

  it('shortens to the name', () => {
    expect(shortName('group:default/team')).toBe('team');
  });
});
