import {
  CheckReport,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { exitCodeOf, exitCodes } from '../exitCodes';
import { countOf } from './words';

/** How many results say what. */
export interface Counts {
  block: number;
  advise: number;
  unknown: number;
  pass: number;
  skip: number;
}

export function countResults(results: RuleResult[]): Counts {
  const counts: Counts = { block: 0, advise: 0, unknown: 0, pass: 0, skip: 0 };
  for (const { verdict, enforcement } of results) {
    if (verdict === 'fail') {
      counts[enforcement]++;
    } else if (verdict === 'exempt') {
      counts.advise++;
    } else {
      counts[verdict]++;
    }
  }
  return counts;
}

/** Such as `2 block, 1 advises, 12 pass, 40 don't apply`. */
export function countsText(counts: Counts): string {
  const parts = [
    counts.block > 0 &&
      `${counts.block} ${counts.block === 1 ? 'blocks' : 'block'}`,
    counts.advise > 0 &&
      `${counts.advise} ${counts.advise === 1 ? 'advises' : 'advise'}`,
    counts.unknown > 0 && `${counts.unknown} unknown`,
    `${counts.pass} pass`,
    counts.skip > 0 && `${counts.skip} don't apply`,
  ];
  return parts.filter(Boolean).join(', ');
}

const endings = {
  [exitCodes.goOn]: 'Nothing blocks.',
  [exitCodes.blocked]: 'Something blocks.',
  [exitCodes.incomplete]:
    'The check isn’t complete: something could not be checked.',
};

/** The outcome of a check in a line or two. */
export function summaryOf(report: CheckReport, environment: string): string {
  const { documents } = report;
  const rules = new Set(
    documents.flatMap(({ results }) => results.map(({ rule }) => rule)),
  );
  const counts = countResults(documents.flatMap(({ results }) => results));
  return `${countOf(documents.length, 'document')}, ${countOf(
    rules.size,
    'rule',
  )}, for ${environment}: ${countsText(counts)}. ${
    endings[exitCodeOf(report)]
  }`;
}
