import { CheckState } from './service';

/**
 * What is told on the signal channel of checks. It carries no result: the
 * receiver asks for that, with its own rights.
 *
 * @public
 */
export type CheckSignal = {
  entityRef: string;
  checkId: string;
  state: CheckState;
};
