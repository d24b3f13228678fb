import { aProvisionedProduct } from '../__testUtils__/changes';
import { missingFrom } from './missingFrom';

describe('missingFrom', () => {
  it('names what was not seen, and only where that says something', () => {
    const kept = [
      aProvisionedProduct({ id: 'seen', awsId: 'pp-seen' }),
      aProvisionedProduct({ id: 'missing', awsId: 'pp-missing' }),
      aProvisionedProduct({ id: 'launching', awsId: undefined }),
      aProvisionedProduct({
        id: 'changing',
        awsId: 'pp-changing',
        openChange: { id: 'change-1', kind: 'terminate', state: 'running' },
      }),
    ];
    expect(
      missingFrom(kept, [{ awsId: 'pp-seen' }, { awsId: 'pp-new' }]),
    ).toEqual([{ id: 'missing', awsId: 'pp-missing' }]);
    expect(missingFrom([], [{ awsId: 'pp-new' }])).toEqual([]);
    expect(missingFrom(kept, []).map(({ id }) => id)).toEqual([
      'seen',
      'missing',
    ]);
  });

  it('takes names that mean something to JavaScript for ids', () => {
    const kept = [
      aProvisionedProduct({ awsId: '__proto__' }),
      aProvisionedProduct({ awsId: 'constructor' }),
    ];
    expect(missingFrom(kept, [])).toHaveLength(2);
  });

  it('compares long lists', () => {
    const ids = Array.from({ length: 200_000 }, (_, n) => `pp-${n}`);
    const kept = ids.map(awsId => aProvisionedProduct({ id: awsId, awsId }));
    const seen = ids.slice(1).map(awsId => ({ awsId }));
    expect(missingFrom(kept, seen)).toEqual([{ id: 'pp-0', awsId: 'pp-0' }]);
  });
});
