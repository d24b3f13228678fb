import { provisionedProductDetail } from '../provisioning/views';
import { page } from '../wire/page';
import { accessLevel, pagedInput } from '../wire/shapes';
import { accessTest } from './accessLevel';
import { operation } from './operation';

const NAME = 'ScanProvisionedProducts';

export const scanProvisionedProducts = operation(
  NAME,
  pagedInput(20, { AccessLevelFilter: accessLevel }),
  (input, context) => {
    const { caller, ledger, readAt } = context;
    const isMeant = accessTest(context, input.AccessLevelFilter);
    const found = ledger
      .provisionedProducts(caller, readAt)
      .filter(({ stored }) => isMeant(stored));
    const { items, next } = page(NAME, found, input);
    return {
      ProvisionedProducts: items.map(provisionedProductDetail),
      NextPageToken: next,
    };
  },
);
