import { ServiceUnavailableError } from '@backstage/errors';
import { ProductProblem } from '@paved-road/backstage-plugin-paved-road-common';

/** Why an account does not answer, in words for those who can do something about it. */
export class ProductSourceError extends ServiceUnavailableError {
  readonly code: ProductProblem['code'];

  constructor(problem: ProductProblem) {
    super(problem.message);
    this.code = problem.code;
  }

  get problem(): ProductProblem {
    return { code: this.code, message: this.message };
  }
}
