import { GoldenPathChange } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * Compares versions number by number, as people write them: `1.10` comes after
 * `1.9`, and what isn't a number after the same without it before.
 *
 * @returns less than 0 where the first comes before the second
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(partsOf);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index] ?? 0, right[index] ?? 0];
    if (one !== other) {
      return typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'en', { numeric: true });
    }
  }
  return 0;
}

function partsOf(version: string): (number | string)[] {
  return version
    .trim()
    .replace(/^v(?=\d)/i, '')
    .split(/[.+-]/)
    .map(part => (/^\d{1,15}$/.test(part) ? Number(part) : part));
}

/**
 * What came after a version; all there is where nobody knows which one it is.
 *
 * @param changes - newest first
 */
export function changesSince(
  version: string | undefined,
  changes: GoldenPathChange[],
): GoldenPathChange[] {
  if (version === undefined) {
    return changes;
  }
  const at = changes.findIndex(change => change.version === version);
  return at === -1
    ? changes.filter(change => compareVersions(change.version, version) > 0)
    : changes.slice(0, at);
}
