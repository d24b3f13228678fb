import { ConflictError } from '@backstage/errors';
import { ChangeKind } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangeRequest, KeptProvisionedProduct } from '../changes';

/** @throws ConflictError saying why it can't be changed here. */
export function refuseUnchangeable({
  endedAt,
  name,
  origin,
}: KeptProvisionedProduct): void {
  if (endedAt) {
    throw new ConflictError(`'${name}' is no more`);
  }
  if (origin === 'outside') {
    throw new ConflictError(
      `'${name}' was launched outside the portal; change it where it was launched`,
    );
  }
}

/** A change that leaves all as it is, to be completed. */
export function requestOf(
  { account, entityRef = '', name, product, version }: KeptProvisionedProduct,
  kind: ChangeKind,
): ChangeRequest {
  return {
    kind,
    account,
    name,
    entityRef,
    product,
    version:
      version?.id === undefined
        ? undefined
        : { id: version.id, name: version.name ?? version.id },
    parameters: [],
    tags: [],
  };
}
