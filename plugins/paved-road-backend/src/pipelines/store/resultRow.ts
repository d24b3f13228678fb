import { randomUUID } from 'node:crypto';
import { OverallVerdict } from '@paved-road/backstage-plugin-paved-road-common';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';
import { KeptResult, KeptSummary, NewResult, PostedResult } from '../results';

/** What a list leaves out, as text; kept once however often it recurs. */
type Content = Pick<KeptResult, 'documents' | 'results' | 'heldRules'> &
  Pick<PostedResult, 'sarif'>;

type Note = Pick<
  KeptSummary,
  'reasons' | 'counts' | 'url' | 'startedAt' | 'finishedAt'
>;

export interface ResultRow {
  seq: number;
  id: string;
  entity_ref: string;
  run_id: string;
  subject_digest: string;
  bundle_digest: string;
  stage: PostedResult['stage'];
  pipeline: string;
  principal: string;
  received_at: string;
  commit: string;
  environment: string;
  outcome: PostedResult['outcome'];
  verdict: OverallVerdict;
  note: string;
  posted_digest: string;
  content_digest: string;
}

export type ResultKey = Pick<
  ResultRow,
  'entity_ref' | 'run_id' | 'subject_digest' | 'bundle_digest' | 'stage'
>;

/** The columns that name one result. */
export const keyColumns: (keyof ResultKey)[] = [
  'entity_ref',
  'run_id',
  'subject_digest',
  'bundle_digest',
  'stage',
];

export function toContent({ judgement, posted }: NewResult) {
  const content: Content = {
    documents: posted.documents,
    results: judgement.results,
    heldRules: judgement.heldRules,
    sarif: posted.sarif,
  };
  const text = JSON.stringify(content);
  return { digest: digestOf(text), content: text };
}

export function toRow(
  result: NewResult,
  contentDigest: string,
): Omit<ResultRow, 'seq' | 'received_at'> {
  const { entityRef, judgement, posted, poster, runId } = result;
  const note: Note = {
    reasons: judgement.reasons,
    counts: judgement.counts,
    url: posted.url,
    startedAt: posted.startedAt,
    finishedAt: posted.finishedAt,
  };
  return {
    id: randomUUID(),
    entity_ref: entityRef,
    run_id: runId,
    subject_digest: posted.subjectDigest,
    bundle_digest: posted.bundleDigest,
    stage: posted.stage,
    pipeline: poster.pipeline,
    principal: poster.principal,
    commit: posted.commit,
    environment: posted.environment,
    outcome: posted.outcome,
    verdict: judgement.verdict,
    note: JSON.stringify(note),
    // What it is judged by may change; what was sent, and by whom, doesn't.
    posted_digest: digestOf(JSON.stringify([poster, posted])),
    content_digest: contentDigest,
  };
}

export function fromRow(row: ResultRow): KeptSummary {
  const note: Note = JSON.parse(row.note);
  return {
    seq: row.seq,
    id: row.id,
    entityRef: row.entity_ref,
    runId: row.run_id,
    stage: row.stage,
    poster: { pipeline: row.pipeline, principal: row.principal },
    commit: row.commit,
    environment: row.environment,
    subjectDigest: row.subject_digest,
    bundleDigest: row.bundle_digest,
    outcome: row.outcome,
    verdict: row.verdict,
    receivedAt: row.received_at,
    ...note,
  };
}

export function withContent(row: ResultRow & { content: string }): KeptResult {
  const { documents, heldRules, results }: Content = JSON.parse(row.content);
  return { ...fromRow(row), documents, results, heldRules };
}
