import { Permission } from '@backstage/plugin-permission-common';

/**
 * How far a grant reaches: to what the person or their team owns, to that and
 * everything that is open to all, or to everything. Entities are open that aren't
 * confidential, products those in development.
 */
export type Reach = 'own' | 'open' | 'all';

const WIDE_TO_NARROW: Reach[] = ['all', 'open', 'own'];

/** Who may use a permission, and how far. Whoever isn't named may not. */
export interface Grant {
  permission: Permission;
  /** Members of any group of the company. */
  everybody?: Reach;
  /** Members of single groups, by entity ref; the widest of all grants counts. */
  groups?: { [groupRef: string]: Reach };
  /** Whoever is in one of these groups may not, whatever else they belong to. */
  except?: string[];
}

/**
 * How far a grant reaches for somebody who owns what these refs own, their own
 * and their groups'; undefined where it isn't for them at all.
 */
export function reachOf(grant: Grant, claims: string[]): Reach | undefined {
  const groups = claims.filter(claim => claim.startsWith('group:default/'));
  if (groups.length === 0 || groups.some(ref => grant.except?.includes(ref))) {
    return undefined;
  }
  const reaches = [
    grant.everybody,
    ...groups.flatMap(ref => grant.groups?.[ref] ?? []),
  ];
  return WIDE_TO_NARROW.find(reach => reaches.includes(reach));
}
