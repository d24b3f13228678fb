import { checkDocuments } from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext, RawAnswer, RequestGate } from '../../http';
import { DocumentCheckService } from './DocumentCheckService';

const SARIF = 'application/sarif+json';

/** Mounts the check of documents that are sent along. */
export function mountDocumentCheckRoutes(
  context: HandleContext,
  documentCheckService: DocumentCheckService,
  limits: { maxRequestBytes: number; maxConcurrentRequests: number },
): void {
  handle(
    context,
    checkDocuments,
    async ({ body, credentials, signal, req }) => {
      const result = await documentCheckService.checkDocuments(body, {
        credentials,
        signal,
      });
      return req.accepts(['application/json', SARIF]) === SARIF
        ? new RawAnswer(SARIF, JSON.stringify(result.toSarif()))
        : result.report;
    },
    {
      maxBodyBytes: limits.maxRequestBytes,
      gate: new RequestGate(limits.maxConcurrentRequests),
    },
  );
}
