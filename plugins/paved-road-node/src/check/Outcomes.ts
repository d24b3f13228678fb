import { Evaluation, RuleOutcome } from '../engine/PolicyEngine';

/** Evaluations by document and rule file. */
export class Outcomes {
  readonly #byPair = new Map<string, Evaluation>();

  add(evaluations: Evaluation[]): void {
    for (const evaluation of evaluations) {
      const { documentDigest, fileDigest } = evaluation;
      this.#byPair.set(`${documentDigest} ${fileDigest}`, evaluation);
    }
  }

  get(
    documentDigest: string,
    fileDigest: string,
    ruleName: string,
  ): RuleOutcome | undefined {
    const { outcomes } =
      this.#byPair.get(`${documentDigest} ${fileDigest}`) ?? {};
    return outcomes && Object.hasOwn(outcomes, ruleName)
      ? outcomes[ruleName]
      : undefined;
  }
}
