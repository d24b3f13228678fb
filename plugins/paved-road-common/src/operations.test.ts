import * as contract from './index';
import { Operation, pavedRoadOperations } from './index';

describe('pavedRoadOperations', () => {
  it('holds every operation of the contract', () => {
    const exported = Object.values(contract).filter(isOperation);
    expect(exported.length).toBeGreaterThan(0);
    expect(new Set(pavedRoadOperations)).toEqual(new Set(exported));
  });

  it('names each operation once', () => {
    const ids = pavedRoadOperations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function isOperation(value: unknown): value is Operation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'method' in value &&
    'path' in value
  );
}
