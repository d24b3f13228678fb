import { PermissionsService } from '@backstage/backend-plugin-api';
import { ruleReadPermission } from '@paved-road/backstage-plugin-paved-road-common';
import { requirePermission } from '../requirePermission';
import { RuleFilter } from './ruleList';
import { RulePath, RulesService, RulesServiceOptions } from './RulesService';

/** Answers only those who may see rules. */
export class AuthorizedRulesService implements RulesService {
  readonly #rulesService: RulesService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    rulesService: RulesService;
    permissions: PermissionsService;
  }) {
    this.#rulesService = options.rulesService;
    this.#permissions = options.permissions;
  }

  async listRules(filter: RuleFilter, options: RulesServiceOptions) {
    await this.#require(options);
    return this.#rulesService.listRules(filter, options);
  }

  async getRule(path: RulePath, options: RulesServiceOptions) {
    await this.#require(options);
    return this.#rulesService.getRule(path, options);
  }

  async getRuleSource(path: RulePath, options: RulesServiceOptions) {
    await this.#require(options);
    return this.#rulesService.getRuleSource(path, options);
  }

  async getBundle(options: RulesServiceOptions) {
    await this.#require(options);
    return this.#rulesService.getBundle(options);
  }

  async getBundleArchive(options: RulesServiceOptions) {
    await this.#require(options);
    return this.#rulesService.getBundleArchive(options);
  }

  #require({ credentials }: RulesServiceOptions): Promise<void> {
    return requirePermission(
      this.#permissions,
      ruleReadPermission,
      credentials,
    );
  }
}
