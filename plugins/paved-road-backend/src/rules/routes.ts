import {
  getBundle,
  getRule,
  getRuleSource,
  listRules,
} from '@paved-road/backstage-plugin-paved-road-common';
import { bundleArchiveType } from '@paved-road/backstage-plugin-paved-road-node';
import { handle, HandleContext, RawAnswer } from '../http';
import { RulesService } from './RulesService';

/** Mounts the operations of the rules. */
export function mountRulesRoutes(
  context: HandleContext,
  rulesService: RulesService,
): void {
  handle(context, listRules, ({ query, credentials }) =>
    rulesService.listRules(query, { credentials }),
  );
  handle(context, getRule, ({ params, credentials }) =>
    rulesService.getRule(params, { credentials }),
  );
  handle(context, getRuleSource, ({ params, credentials }) =>
    rulesService.getRuleSource(params, { credentials }),
  );
  handle(context, getBundle, async ({ credentials, req }) => {
    if (
      req.accepts(['application/json', bundleArchiveType]) !== bundleArchiveType
    ) {
      return rulesService.getBundle({ credentials });
    }
    const { digest, bytes } = await rulesService.getBundleArchive({
      credentials,
    });
    return new RawAnswer(bundleArchiveType, bytes, {
      etag: `"${digest}"`,
      headers: { 'Cache-Control': 'private, no-cache' },
    });
  });
}
