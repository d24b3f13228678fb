import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * An account as people tell it from the others: `Payments, development`. A title
 * that says the environment already is not made longer by it.
 */
export function accountName(
  account: Pick<ProductAccount, 'title' | 'environment'>,
): string {
  const { title, environment } = account;
  return title.toLowerCase().includes(environment.toLowerCase())
    ? title
    : `${title}, ${environment}`;
}
