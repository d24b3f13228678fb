import { RequestHandler } from 'express';
import { NotAllowedError } from '@backstage/errors';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * The sandbox asks nobody to prove who they are, so it answers only callers on
 * this machine that mean it: not a page from elsewhere that has pointed its own
 * host name here, and no page at all for what changes something.
 */
export function guard({
  name,
  client,
  forms,
}: {
  /** What is guarded, as its refusals say it. */
  name: string;
  /** What it takes changes from. */
  client: string;
  /** Where its own pages have forms that change something. */
  forms?: RegExp;
}): RequestHandler {
  return (req, res, next) => {
    res.set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    });
    if (!LOOPBACK.test(req.get('host') ?? '')) {
      throw new NotAllowedError(`The ${name} answers only under localhost`);
    }
    const reads = ['GET', 'HEAD'].includes(req.method);
    const origin = req.get('origin');
    const isOwn =
      forms?.test(req.path) && origin === `http://${req.get('host')}`;
    if (!reads && origin !== undefined && !isOwn) {
      throw new NotAllowedError(
        `The ${name} takes changes from ${client} only, not from pages`,
      );
    }
    next();
  };
}
