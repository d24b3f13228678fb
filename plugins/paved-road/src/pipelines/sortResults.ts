import {
  PipelineResultSummary,
  pipelineStageSchema,
} from '@paved-road/backstage-plugin-paved-road-common';

const STAGES = pipelineStageSchema.options;

/**
 * Tells what counts now from what came before it: of each environment and stage
 * the newest result is `newest`, by environment and in the order of the stages.
 *
 * @param results - newest first
 */
export function sortResults(results: PipelineResultSummary[]): {
  newest: PipelineResultSummary[];
  older: PipelineResultSummary[];
} {
  const newest = new Map<string, PipelineResultSummary>();
  const older: PipelineResultSummary[] = [];
  for (const result of results) {
    const place = `${result.stage} ${result.environment}`;
    if (newest.has(place)) {
      older.push(result);
    } else {
      newest.set(place, result);
    }
  }
  return { newest: [...newest.values()].sort(byEnvironmentAndStage), older };
}

function byEnvironmentAndStage(
  a: PipelineResultSummary,
  b: PipelineResultSummary,
) {
  return (
    a.environment.localeCompare(b.environment) ||
    STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)
  );
}
