/** AWS takes no longer names. */
const LONGEST = 128;

/**
 * What to do about a name that is taken, with one that nobody else has.
 *
 * @param changeId - of the launch, whose beginning makes the name its own
 */
export function explainTakenName(name: string, changeId: string): string {
  const ending = `-${changeId.slice(0, 4)}`;
  const other = `${name.slice(0, LONGEST - ending.length)}${ending}`;
  return `The name '${name}' is taken in this account; choose another one, such as '${other}'`;
}
