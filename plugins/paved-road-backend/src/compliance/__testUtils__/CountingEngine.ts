import {
  EvaluateOptions,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';

/** The real engine, counting the pairs of document and file that it evaluates. */
export class CountingEngine extends GuardEngine {
  evaluated = 0;
  /** The pairs that were evaluated more than once. */
  repeated: string[] = [];
  readonly #seen = new Set<string>();

  async evaluate(options: EvaluateOptions) {
    const evaluations = await super.evaluate(options);
    for (const { documentDigest, fileDigest } of evaluations) {
      const pair = `${documentDigest} ${fileDigest}`;
      this.evaluated += 1;
      if (this.#seen.has(pair)) {
        this.repeated.push(pair);
      }
      this.#seen.add(pair);
    }
    return evaluations;
  }
}
