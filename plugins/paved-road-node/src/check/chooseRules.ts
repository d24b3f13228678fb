import { InputError } from '@backstage/errors';
import { Bundle, PackRule, RuleFile } from '../packs/types';

/**
 * The bundle's rules of the packs, or all of them.
 *
 * @throws InputError for an unknown pack, or where there is no rule.
 */
export function chooseRules(
  bundle: Bundle,
  packs: string[] | undefined,
): PackRule[] {
  const known = bundle.packs.map(({ id }) => id);
  const unknown = packs?.filter(id => !known.includes(id)) ?? [];
  if (unknown.length > 0) {
    throw new InputError(
      `There is no pack '${unknown.join("', '")}'; there are: ${known.join(
        ', ',
      )}`,
    );
  }
  const rules = [...bundle.rules.values()].filter(
    rule => !packs || packs.includes(rule.pack),
  );
  if (rules.length === 0) {
    throw new InputError('There are no rules to check against');
  }
  return rules;
}

/** The files that the rules lie in, each content once. */
export function filesOf(rules: PackRule[]): RuleFile[] {
  const files = rules.flatMap(rule => rule.files);
  return [...new Map(files.map(file => [file.digest, file])).values()];
}
