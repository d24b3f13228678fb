import { CustomErrorBase } from '@backstage/errors';

/** Why something couldn't be looked at, in words that are fit to be kept and shown. */
export class LookError extends CustomErrorBase {
  readonly name = 'LookError';
}
