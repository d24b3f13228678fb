import { Principal } from '../provisioning/model';
import { stableId } from './ids';
import {
  Account,
  LaunchPath,
  Portfolio,
  Product,
  Role,
  Version,
} from './model';

/** `arn:aws:iam:::role/x`, as a portfolio that is shared names the role x of any account. */
function isMeant(pattern: string, arn: string): boolean {
  const anyAccount = arn.replace(/^(arn:aws:iam::)\d{12}:/, '$1:');
  return pattern === arn || pattern === anyAccount;
}

/** What the sandbox's Service Catalog offers, and to whom. */
export class Catalog {
  readonly regions: string[];
  readonly accounts: Account[];
  readonly roles: Role[];
  /** All of the folder, also those that were withdrawn. */
  private readonly all: Product[];
  private readonly withdrawn = new Set<string>();

  constructor(content: {
    regions: string[];
    accounts: Account[];
    roles: Role[];
    products: Product[];
  }) {
    this.regions = content.regions;
    this.accounts = content.accounts;
    this.roles = content.roles;
    this.all = content.products;
  }

  /** What is offered now. */
  get products(): Product[] {
    return this.all.filter(({ name }) => !this.withdrawn.has(name));
  }

  /** Takes products away by their names; what was launched of them stays. */
  withdraw(names: string[]) {
    this.withdrawn.clear();
    names.forEach(name => this.withdrawn.add(name));
  }

  product(by: { id?: string; name?: string }): Product | undefined {
    return this.products.find(
      ({ id, name }) =>
        (by.id === undefined || id === by.id) &&
        (by.name === undefined || name === by.name),
    );
  }

  /** A version by its id, also of a product that was withdrawn. */
  version(id: string): { product: Product; version: Version } | undefined {
    return this.all
      .flatMap(product =>
        product.versions.map(version => ({ product, version })),
      )
      .find(({ version }) => version.id === id);
  }

  private gives(portfolio: Portfolio, account: string, principal: Principal) {
    return (
      portfolio.accounts.includes(account) &&
      portfolio.principals.some(pattern => isMeant(pattern, principal.arn))
    );
  }

  /** How a principal comes to a product; none where it may not launch it. */
  launchPaths(
    product: Product,
    account: string,
    principal: Principal,
  ): LaunchPath[] {
    return product.portfolios
      .filter(portfolio => this.gives(portfolio, account, principal))
      .map(portfolio => ({
        id: stableId('lpv3', portfolio.id, product.id, account),
        name: portfolio.title,
        portfolio,
      }));
  }

  /** Whether a principal may change stacks: in some accounts only one role may. */
  mayChangeStacks(account: string, { arn }: Principal): boolean {
    const only = this.accounts.find(
      ({ id }) => id === account,
    )?.stacksChangedBy;
    return (
      only === undefined ||
      only.some(name => arn === `arn:aws:iam::${account}:role/${name}`)
    );
  }

  role(by: { accessKeyId: string } | { arn: string }): Role | undefined {
    return this.roles.find(role =>
      'arn' in by
        ? role.arn === by.arn
        : role.accessKeyId !== undefined && role.accessKeyId === by.accessKeyId,
    );
  }
}
