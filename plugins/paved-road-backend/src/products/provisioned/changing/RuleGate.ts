import { NotAllowedError } from '@backstage/errors';
import {
  Preflight,
  PreflightSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PreflightService } from '../../preflight/PreflightService';
import { summarize } from '../../preflight/toPreflight';
import { explainStop } from './explainStop';
import { Choice } from './LaunchChoices';
import { ChangeOptions } from './ProductChangeService';

/** Lets through what the rules do not stop. */
export class RuleGate {
  readonly #preflightService: PreflightService;

  constructor(options: { preflightService: PreflightService }) {
    this.#preflightService = options.preflightService;
  }

  check(choice: Choice, options: ChangeOptions): Promise<Preflight> {
    return this.#preflightService.check(
      {
        account: choice.account,
        product: choice.product.id,
        version: choice.version.id,
        values: choice.values,
      },
      options,
    );
  }

  /** @throws NotAllowedError where the rules stop it. */
  async pass(
    choice: Choice,
    options: ChangeOptions,
  ): Promise<PreflightSummary> {
    const preflight = await this.check(choice, options);
    if (preflight.stops) {
      throw new NotAllowedError(explainStop(preflight));
    }
    return summarize(preflight);
  }
}
