import { isInAccount } from './rules/isInAccount';
import { isInEnvironment } from './rules/isInEnvironment';
import { isOwnedBy } from './rules/isOwnedBy';
import { isProduct } from './rules/isProduct';

/**
 * The rules that conditions on products are made of.
 *
 * @public
 */
export const productPermissionRules = {
  isInAccount,
  isInEnvironment,
  isOwnedBy,
  isProduct,
};
