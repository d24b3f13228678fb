import { Evaluation, RuleOutcome } from '../engine/PolicyEngine';

/** Evaluations by document and rule file. */
export class Outcomes {
  readonly #byDocument = new Map<string, Map<string, Evaluation>>();

  add(evaluations: Evaluation[]): void {
    for (const evaluation of evaluations) {
      const { documentDigest, fileDigest } = evaluation;
      const byFile = this.#byDocument.get(documentDigest) ?? new Map();
      byFile.set(fileDigest, evaluation);
      this.#byDocument.set(documentDigest, byFile);
    }
  }

  get(
    documentDigest: string,
    fileDigest: string,
    ruleName: string,
  ): RuleOutcome | undefined {
    const { outcomes } =
      this.#byDocument.get(documentDigest)?.get(fileDigest) ?? {};
    return outcomes && Object.hasOwn(outcomes, ruleName)
      ? outcomes[ruleName]
      : undefined;
  }
}
