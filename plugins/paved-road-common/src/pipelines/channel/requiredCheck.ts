/**
 * The commit status that the platform's pipeline sets, and that a protected
 * branch waits for. GitHub calls a check of a reusable workflow by its caller's
 * job and its own: `<job> / <job>`.
 *
 * @public
 */
export const REQUIRED_CHECK = 'paved-road / verdict';

/**
 * The part of `REQUIRED_CHECK` that a repository's own workflow gives.
 *
 * @public
 */
export const CALLER_JOB = 'paved-road';
