import { Sandbox } from '../Sandbox';

/**
 * What is provisioned of a product now, in all accounts, with its parameters.
 * AWS doesn't tell them; what was made there would know them by itself.
 */
export function provisionedOf(
  { catalog, clock, ledger }: Sandbox,
  product: string,
) {
  return catalog.accounts
    .flatMap(({ id: account }) =>
      catalog.regions.flatMap(region =>
        ledger.provisionedProducts({ account, region }, clock()),
      ),
    )
    .flatMap(({ stored, status, lastSuccessfulProvisioning: last }) => {
      const of = last && catalog.version(last.artifactId)?.product;
      return of?.name === product && last
        ? [
            {
              ...{ id: stored.id, name: stored.name, status },
              ...{ account: stored.account, region: stored.region },
              parameters: Object.fromEntries(
                last.parameters.map(({ key, value }) => [key, value]),
              ),
            },
          ]
        : [];
    });
}
