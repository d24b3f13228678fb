import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/**
 * Audits something that changes the state: that it was tried, by whom, and how
 * it ended.
 *
 * @param describe - what of the result belongs into the audit
 */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    severityLevel: AuditorServiceEventSeverityLevel;
    request: Request;
    meta: JsonObject;
  },
  action: () => Promise<T>,
  describe: (result: T) => JsonObject,
): Promise<T> {
  const tried = await auditor.createEvent(event);
  try {
    const result = await action();
    await tried.success({ meta: describe(result) });
    return result;
  } catch (error) {
    await tried.fail({ error: toError(error) });
    throw error;
  }
}
