import {
  getBundle,
  getRule,
  getRuleSource,
  listRules,
} from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext } from '../http';
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
  handle(context, getBundle, ({ credentials }) =>
    rulesService.getBundle({ credentials }),
  );
}
