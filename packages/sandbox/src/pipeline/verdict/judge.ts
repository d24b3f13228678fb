import { RunDocument, RunFinding } from '../model';
import { findingsOf, inWords } from './findings';
import { CheckEnd } from './runCheck';

/** What comes of a check. Only `passed` lets anything go on. */
export interface Judgement {
  state: 'passed' | 'stopped' | 'error';
  reason?: string;
  findings: RunFinding[];
  documents: RunDocument[];
}

/** What is said where no check has led to it. */
export const unchecked = (
  state: 'stopped' | 'error',
  reason: string,
): Judgement => ({ state, reason, findings: [], documents: [] });

const lastLines = (said: string) =>
  said
    .split('\n')
    .map(line => line.replace(/^paved-road: /, '').trim())
    .filter(line => line !== '' && !line.startsWith('▸'))
    .slice(-3)
    .join(' ');

/** Why a check isn't complete, from what could be read of it. */
function gapOf({ report, said }: CheckEnd): string {
  const unreadable = report?.documents.find(({ error }) => error);
  if (unreadable) {
    return `${unreadable.path} could not be checked: ${unreadable.error}`;
  }
  const unknown = report?.documents
    .flatMap(({ results }) => results)
    .find(({ verdict }) => verdict === 'unknown');
  return unknown
    ? `${unknown.rule} gave no verdict: ${unknown.reason ?? 'no reason given'}`
    : lastLines(said) || 'The check has not said why';
}

/** Judges how a check has ended; what isn't a clear yes is none. */
export function judge(end: CheckEnd): Judgement {
  const { code, report, said } = end;
  const findings = report ? findingsOf(report) : [];
  const documents = (report?.documents ?? []).map(
    ({ path, digest, format }) => ({ path, digest, format }),
  );
  if (code === 0 && report && documents.length > 0 && findings.length === 0) {
    return { state: 'passed', findings, documents };
  }
  if (code === 1 && findings.length > 0) {
    const reason = inWords(findings);
    return { state: 'stopped', reason, findings, documents };
  }
  if (code === 1) {
    const reason = lastLines(said) || 'The portal judges it as failed';
    return { state: 'stopped', reason, findings, documents };
  }
  return { state: 'error', reason: gapOf(end), findings, documents };
}
