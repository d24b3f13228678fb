import { provisionedProductNameSchema } from '@paved-road/backstage-plugin-paved-road-common';
import { explainTakenName } from './takenName';

const id = '6f0c3a1e-4d2b-4d5e-9a53-7c1d2e3f4a5b';

describe('explainTakenName', () => {
  it('suggests another one', () => {
    expect(explainTakenName('orders', id)).toBe(
      "The name 'orders' is taken in this account; choose another one, such as 'orders-6f0c'",
    );
  });

  it('suggests none that AWS would refuse', () => {
    const [, other] = /such as '(.*)'/.exec(
      explainTakenName('x'.repeat(128), id),
    )!;
    expect(provisionedProductNameSchema.safeParse(other).success).toBe(true);
    expect(other).toMatch(/-6f0c$/);
  });
});
