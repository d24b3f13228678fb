import { ProductVersion } from './product';

/**
 * The version to update to: the makers' default, or the newest that is not
 * deprecated, where it came after the one that is there.
 *
 * @param versions - the one to take first at first
 * @public
 */
export function newerVersionOf(
  versions: ProductVersion[],
  currentId: string | undefined,
): { id: string; name: string } | undefined {
  const current = versions.find(({ id }) => id === currentId);
  const offered = versions.filter(({ guidance }) => guidance !== 'deprecated');
  const best =
    offered.find(({ guidance }) => guidance === 'default') ?? offered[0];
  const isNewer =
    best !== undefined &&
    best.id !== currentId &&
    (current?.guidance === 'deprecated' ||
      (best.createdAt ?? '') > (current?.createdAt ?? ''));
  return isNewer ? { id: best.id, name: best.name } : undefined;
}
