import {
  EvaluateOptions,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';

/** The real engine, counting the pairs of document and file that it evaluates. */
export class CountingEngine extends GuardEngine {
  evaluated = 0;

  async evaluate(options: EvaluateOptions) {
    const evaluations = await super.evaluate(options);
    this.evaluated += evaluations.length;
    return evaluations;
  }
}
