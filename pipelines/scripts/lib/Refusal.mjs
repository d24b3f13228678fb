/** Why a run goes no further, in words for the people whose run it is. */
export class Refusal extends Error {
  /** @param {string} message @param {number} [exitCode] 1 where something blocks, 2 where nobody can tell. */
  constructor(message, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
