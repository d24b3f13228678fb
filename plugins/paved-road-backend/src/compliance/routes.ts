import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  createCheck,
  getCheck,
  getExcerpt,
  getService,
  listChecks,
  listRuleServices,
  listServices,
} from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext } from '../http';
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
  handle(context, createCheck, async ({ params, credentials, req }) => {
    const event = await auditor.createEvent({
      eventId: 'check-create',
      severityLevel: 'medium',
      request: req,
      meta: { entityRef: stringifyEntityRef(params) },
    });
    try {
      const check = await complianceService.createCheck(params, {
        credentials,
      });
      await event.success({ meta: { checkId: check.id } });
      return check;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });
}
