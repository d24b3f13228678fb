import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  productLaunchPermission,
  RESOURCE_TYPE_PRODUCT,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  createProductConditionalDecision,
  productConditions,
} from './productConditions';
import { ProductResource } from './productPermissionResourceRef';
import { productPermissionRules } from './productPermissionRules';

const { isInAccount, isInEnvironment, isOwnedBy, isProduct } =
  productConditions;
const rules = Object.values(productPermissionRules);
const applies = createConditionAuthorizer(rules);
const toQuery = createConditionTransformer(rules);

const database: ProductResource = {
  account: {
    id: 'payments-production',
    accountId: '444455556666',
    environment: 'production',
  },
  product: { id: 'prod-1', name: 'PostgreSQL database', owner: 'Data Stores' },
};

type Criteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_PRODUCT>
>;

function allows(conditions: Criteria, resource = database) {
  return applies(
    createProductConditionalDecision(productLaunchPermission, conditions),
    resource,
  );
}

describe('the conditions on products', () => {
  it.each<[string, Criteria, boolean]>([
    [
      'one of the accounts',
      isInAccount({ accounts: ['other', 'payments-production'] }),
      true,
    ],
    [
      'another account',
      isInAccount({ accounts: ['payments-development'] }),
      false,
    ],
    [
      'the number of the account',
      isInAccount({ accounts: ['444455556666'] }),
      false,
    ],
    [
      'its environment',
      isInEnvironment({ environments: ['production'] }),
      true,
    ],
    [
      'another environment',
      isInEnvironment({ environments: ['development', 'product'] }),
      false,
    ],
    ['the product', isProduct({ products: ['prod-1'] }), true],
    ['a product of a longer id', isProduct({ products: ['prod-12'] }), false],
    [
      'the name of the product',
      isProduct({ products: ['PostgreSQL database'] }),
      false,
    ],
    ['its owner', isOwnedBy({ owners: ['Data Stores'] }), true],
    [
      'its owner in small letters',
      isOwnedBy({ owners: ['data stores'] }),
      false,
    ],
    ['nothing', isProduct({ products: [] }), false],
    [
      'all of several',
      {
        allOf: [
          isInEnvironment({ environments: ['production'] }),
          { not: isOwnedBy({ owners: ['Data Stores'] }) },
        ],
      },
      false,
    ],
  ])('are met by %s or not', (_, conditions, met) => {
    expect(allows(conditions)).toBe(met);
  });

  it('know no owner of a product without one', () => {
    const { owner: _, ...product } = database.product;
    const orphan = { ...database, product };
    expect(allows(isOwnedBy({ owners: ['Data Stores', ''] }), orphan)).toBe(
      false,
    );
    expect(
      allows({ not: isOwnedBy({ owners: ['Data Stores'] }) }, orphan),
    ).toBe(true);
  });

  it('are met by no product that is not there', () => {
    expect(
      applies(
        createProductConditionalDecision(productLaunchPermission, {
          not: isProduct({ products: ['prod-1'] }),
        }),
        undefined,
      ),
    ).toBe(false);
  });

  it('refuse parameters that are none', () => {
    const [{ rule, resourceType }] = [isProduct({ products: [] })];
    expect(() =>
      allows({ rule, resourceType, params: { products: 'prod-1' } }),
    ).toThrow('Parameters to rule are invalid');
  });

  it.each([
    [isInAccount({ accounts: ['a'] }), 'account.id'],
    [isInEnvironment({ environments: ['a'] }), 'account.environment'],
    [isOwnedBy({ owners: ['a'] }), 'product.owner'],
    [isProduct({ products: ['a'] }), 'product.id'],
  ])('say what is to be looked for: %#', (condition, key) => {
    expect(toQuery(condition)).toEqual({ key, values: ['a'] });
  });
});
