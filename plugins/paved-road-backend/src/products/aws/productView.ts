import type {
  DescribeProductOutput,
  ProductViewSummary,
  ProvisioningArtifact,
} from '@aws-sdk/client-service-catalog';
import {
  ProductSummary,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ReadProduct } from '../ProductSource';

/** A product of a list; undefined for one without an id, which can't be opened. */
export function toProductSummary(
  account: string,
  summary: ProductViewSummary,
): ProductSummary | undefined {
  if (!summary.ProductId) {
    return undefined;
  }
  return {
    account,
    id: summary.ProductId,
    name: summary.Name || summary.ProductId,
    owner: summary.Owner || undefined,
    description: summary.ShortDescription || undefined,
    distributor: summary.Distributor || undefined,
    type: summary.Type || undefined,
    support: {
      email: summary.SupportEmail || undefined,
      url: summary.SupportUrl || undefined,
      description: summary.SupportDescription || undefined,
    },
  };
}

/** Undefined where AWS's answer names no product. */
export function toProduct(
  account: string,
  output: DescribeProductOutput,
): ReadProduct | undefined {
  const summary =
    output.ProductViewSummary &&
    toProductSummary(account, output.ProductViewSummary);
  return (
    summary && {
      ...summary,
      versions: markDefault(
        (output.ProvisioningArtifacts ?? [])
          .flatMap(artifact => toVersion(artifact) ?? [])
          .sort(compareVersions),
      ),
      launchPaths: (output.LaunchPaths ?? []).flatMap(({ Id, Name }) =>
        Id ? [{ id: Id, name: Name || undefined }] : [],
      ),
      budgets: (output.Budgets ?? []).flatMap(
        ({ BudgetName }) => BudgetName ?? [],
      ),
    }
  );
}

/**
 * AWS guides with `DEFAULT` to every version that is not deprecated, so the one
 * to take is the newest of them:
 * https://docs.aws.amazon.com/servicecatalog/latest/dg/API_UpdateProvisioningArtifact.html
 */
function markDefault([first, ...others]: ProductVersion[]): ProductVersion[] {
  if (!first) {
    return [];
  }
  return first.guidance === 'deprecated'
    ? [first, ...others]
    : [{ ...first, guidance: 'default' }, ...others];
}

function toVersion({
  Id,
  Name,
  Description,
  CreatedTime,
  Guidance,
}: ProvisioningArtifact): ProductVersion | undefined {
  return Id
    ? {
        id: Id,
        name: Name || Id,
        description: Description || undefined,
        createdAt: CreatedTime?.toISOString(),
        guidance: Guidance === 'DEPRECATED' ? 'deprecated' : undefined,
      }
    : undefined;
}

/** Deprecated ones last, then the newest first. */
function compareVersions(a: ProductVersion, b: ProductVersion): number {
  const isOld = ({ guidance }: ProductVersion) => guidance === 'deprecated';
  if (isOld(a) !== isOld(b)) {
    return isOld(a) ? 1 : -1;
  }
  return (b.createdAt ?? '').localeCompare(a.createdAt ?? '');
}
