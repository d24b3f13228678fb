const MINUTE_MS = 60_000;

/** After this a change takes longer than usual, which is said. */
export const SLOW_MS = 60 * MINUTE_MS;

/** After how long a change is looked at again, by how long ago it was asked for. */
export function paceOf(ageMs: number): number {
  if (ageMs < 2 * MINUTE_MS) {
    return 2_000;
  }
  return ageMs < 15 * MINUTE_MS ? 15_000 : MINUTE_MS;
}
