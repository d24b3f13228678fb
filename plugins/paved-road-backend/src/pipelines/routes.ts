import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  getPipelineRun,
  listPipelineResults,
  putPipelineResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { audited, handle, HandleContext, RequestGate } from '../http';
import { PipelineResultService } from './PipelineResultService';

/** Enough for the SARIF of a hundred documents. */
const MAX_BODY = 5 * 1024 * 1024;

/** Mounts the operations on the results of pipelines. */
export function mountPipelineRoutes(
  context: HandleContext,
  pipelineResultService: PipelineResultService,
  auditor: AuditorService,
  limits: { maxConcurrentRequests: number },
): void {
  handle(context, listPipelineResults, ({ params, query, credentials }) =>
    pipelineResultService.listResults(params, query, { credentials }),
  );
  handle(context, getPipelineRun, ({ params, credentials }) =>
    pipelineResultService.getRun(params, { credentials }),
  );
  handle(
    context,
    putPipelineResult,
    ({ params, body, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'pipeline-result-put',
          severityLevel: 'medium',
          request: req,
          meta: {
            entityRef: stringifyEntityRef(params),
            runId: params.runId,
            stage: body.stage,
            environment: body.environment,
            outcome: body.outcome,
          },
        },
        () => pipelineResultService.putResult(params, body, { credentials }),
        ({ id, pipeline, verdict }) => ({
          resultId: id,
          pipeline: pipeline.id,
          verdict,
        }),
      ),
    {
      maxBodyBytes: MAX_BODY,
      gate: new RequestGate(limits.maxConcurrentRequests),
    },
  );
}
