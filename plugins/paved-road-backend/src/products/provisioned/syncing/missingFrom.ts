import { KeptProvisionedProduct } from '../changes';

/** What is kept and was not seen in AWS, though nothing goes on with it. */
export function missingFrom(
  kept: KeptProvisionedProduct[],
  seen: { awsId: string }[],
): { id: string; awsId: string }[] {
  const ids = new Set(seen.map(({ awsId }) => awsId));
  return kept.flatMap(({ id, awsId, openChange }) =>
    awsId && !openChange && !ids.has(awsId) ? [{ id, awsId }] : [],
  );
}
