import { ProvisionedProductView } from '../provisioning/timeline';
import { resourceNotFound } from '../wire/AwsError';
import { refuseDuringChange } from './acceptance';
import { Context } from './Context';
import { oneOf } from './launches';

/** A provisioned product as the caller names it: by its id, or by its name or ARN. */
export function provisionedProductBy(
  { caller, ledger }: Context,
  { id, name }: { id?: string; name?: string },
  at: number,
): ProvisionedProductView {
  const by = oneOf('Provisioned Product', id, name);
  const arn = /^arn:[^/]*:stack\/([^/]+)\/([^/]+)$/.exec(name ?? '');
  const view = ledger.findProvisionedProduct(
    caller,
    arn ? { id: arn[2], name: arn[1] } : by,
    at,
  );
  if (!view) {
    throw resourceNotFound(`Provisioned product not found: ${id ?? name}`);
  }
  return view;
}

/**
 * The provisioned product that a call is to change.
 *
 * @throws AwsError where there is none, or it is under change.
 */
export function changeableProduct(
  context: Context,
  given: { ProvisionedProductId?: string; ProvisionedProductName?: string },
): ProvisionedProductView {
  const view = provisionedProductBy(
    context,
    { id: given.ProvisionedProductId, name: given.ProvisionedProductName },
    context.now,
  );
  refuseDuringChange(context, view);
  return view;
}
