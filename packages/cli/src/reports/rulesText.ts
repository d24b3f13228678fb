import { RuleSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle, PackRule } from '@paved-road/backstage-plugin-paved-road-node';
import { Chalk } from 'chalk';
import { placeInPack } from '../project/loadPacks';
import { plainText } from '../terminal/plainText';
import { countOf } from './words';

/** A rule as `rules list` shows it. */
export type DescribedRule = RuleSummary & {
  /** Relative to the working directory; absent for packs that come along. */
  source?: string;
};

/** All rules of a bundle, with the words of the engine for the broken ones. */
export function describeRules(
  bundle: Bundle,
  broken: Map<string, string>,
  directories: Map<string, string>,
): DescribedRule[] {
  const enforcementOf = (rule: PackRule) =>
    Object.fromEntries(
      bundle.environments.map(({ name }) => [
        name,
        bundle.enforcementOf(rule, name),
      ]),
    );
  return [...bundle.rules.values()].map(rule => ({
    id: rule.id,
    pack: rule.pack,
    name: rule.name,
    alias: rule.alias,
    title: rule.title,
    severity: rule.severity,
    resourceTypes: rule.resourceTypes,
    frameworks: rule.frameworks,
    enforcement: enforcementOf(rule),
    hasRationale: rule.hasRationale,
    broken: rule.files.map(({ digest }) => broken.get(digest)).find(Boolean),
    reviewBy: rule.reviewBy,
    source: placeInPack({ directories }, rule.pack, rule.source.path),
  }));
}

/** The rules for a person to read, by pack. */
export function rulesText(rules: DescribedRule[], colours: Chalk): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(rule => {
    const marks = [
      rule.alias,
      rule.broken && colours.red(`broken: ${plainText(rule.broken)}`),
      !rule.hasRationale && colours.yellow('no rationale recorded'),
    ].filter(Boolean);
    return [
      rule.id.padEnd(width),
      (rule.severity ?? '–').padEnd(8),
      plainText(rule.title),
      ...(marks.length > 0 ? [colours.dim('·'), marks.join(', ')] : []),
    ].join('  ');
  });
  const gaps = rules.filter(({ hasRationale }) => !hasRationale).length;
  return [
    ...lines,
    '',
    `${countOf(rules.length, 'rule')}${
      gaps > 0 ? `, ${gaps} with no rationale recorded` : ''
    }`,
    '',
  ].join('\n');
}
