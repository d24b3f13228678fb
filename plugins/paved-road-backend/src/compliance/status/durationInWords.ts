const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A duration in the largest unit of which there are at least two. */
export function durationInWords(ms: number): string {
  const [name, length] =
    UNITS.find(([, unit]) => ms >= 2 * unit) ?? UNITS[UNITS.length - 1];
  const count = Math.round(ms / length);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
