import { z } from 'zod';

/**
 * What a check says of one rule: `skip` where the rule found nothing it applies
 * to, `exempt` where it fails with an approved exemption in force, `unknown`
 * where it was not checked, could not be, or too long ago. Neither `unknown`
 * nor `exempt` ever counts as `pass`.
 *
 * @public
 */
export const verdicts = ['fail', 'unknown', 'exempt', 'pass', 'skip'] as const;

/** @public */
export const verdictSchema = z.enum(verdicts);

/** @public */
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * What is said of a whole document, check or service.
 *
 * @public
 */
export const overallVerdictSchema = z.enum(['pass', 'fail', 'unknown']);

/** @public */
export type OverallVerdict = z.infer<typeof overallVerdictSchema>;

/**
 * What a `fail` does in an environment.
 *
 * @public
 */
export const enforcementSchema = z.enum(['block', 'advise']);

/** @public */
export type Enforcement = z.infer<typeof enforcementSchema>;

/**
 * The verdict of one rule over several places where it was evaluated: one
 * failure fails, one gap leaves it open, and it is skipped only where nothing
 * applied anywhere. Of no verdicts at all the answer is `unknown`.
 *
 * @public
 */
export function combineVerdicts(all: Iterable<Verdict>): Verdict {
  const seen = new Set(all);
  return verdicts.find(verdict => seen.has(verdict)) ?? 'unknown';
}

/**
 * What a set of rules' verdicts says of the thing they were reached on. A
 * failure outweighs a gap; without any verdict nothing is known. An exempt
 * failure is accepted, and so does not fail the whole.
 *
 * @public
 */
export function overallVerdict(all: Iterable<Verdict>): OverallVerdict {
  const combined = combineVerdicts(all);
  return combined === 'fail' || combined === 'unknown' ? combined : 'pass';
}
