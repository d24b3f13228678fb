import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  createCheck,
  getCheck,
  getExcerpt,
  getService,
  listChecks,
  listRuleServices,
  listServices,
} from '@paved-road/backstage-plugin-paved-road-common';
import { audited, handle, HandleContext } from '../http';
import { ComplianceService } from './ComplianceService';

/** Mounts the operations on services and their checks. */
export function mountComplianceRoutes(
  context: HandleContext,
  complianceService: ComplianceService,
  auditor: AuditorService,
): void {
  handle(context, listServices, ({ query, credentials }) =>
    complianceService.listServices(query, { credentials }),
  );
  handle(context, listRuleServices, ({ params, query, credentials }) =>
    complianceService.listRuleServices(params, query, { credentials }),
  );
  handle(context, getService, ({ params, credentials }) =>
    complianceService.getService(params, { credentials }),
  );
  handle(context, getExcerpt, ({ params, query, credentials }) =>
    complianceService.getExcerpt(params, query, { credentials }),
  );
  handle(context, listChecks, ({ params, query, credentials }) =>
    complianceService.listChecks(params, query, { credentials }),
  );
  handle(context, getCheck, ({ params, credentials }) =>
    complianceService.getCheck(params, params.checkId, { credentials }),
  );
  handle(context, createCheck, ({ params, credentials, req }) =>
    audited(
      auditor,
      {
        eventId: 'check-create',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef: stringifyEntityRef(params) },
      },
      () => complianceService.createCheck(params, { credentials }),
      ({ id }) => ({ checkId: id }),
    ),
  );
}
