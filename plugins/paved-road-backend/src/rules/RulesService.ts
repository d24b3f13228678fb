import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  BundleSummary,
  listRules,
  OperationResponse,
  RuleDetail,
  RuleSource,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  PackRule,
  PolicyEngine,
  writeBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { BundleService, LoadedBundle } from './BundleService';
import { compareRules, facetsOf, matchesFilter, RuleFilter } from './ruleList';
import { toRuleDetail, toRuleSource, toRuleSummary } from './ruleView';
import { summarizeBundle } from './summarizeBundle';

/** Who asks. */
export interface RulesServiceOptions {
  credentials: BackstageCredentials;
}

/** What a rule is called by. */
export interface RulePath {
  pack: string;
  name: string;
}

/** The bundle in force in the form that scanners take it in. */
export interface BundleArchive {
  /** The bundle's. */
  digest: string;
  /** A tar.gz. */
  bytes: Buffer;
}

/** Shows the rules in force. */
export interface RulesService {
  listRules(
    filter: RuleFilter,
    options: RulesServiceOptions,
  ): Promise<OperationResponse<typeof listRules>>;

  /** @throws NotFoundError where the rule is not in force. */
  getRule(path: RulePath, options: RulesServiceOptions): Promise<RuleDetail>;

  /** @throws NotFoundError where the rule is not in force. */
  getRuleSource(
    path: RulePath,
    options: RulesServiceOptions,
  ): Promise<RuleSource>;

  getBundle(options: RulesServiceOptions): Promise<BundleSummary>;

  /** @throws ServiceUnavailableError where a pack is missing: a check would have a gap. */
  getBundleArchive(options: RulesServiceOptions): Promise<BundleArchive>;
}

/** Answers from the bundle; whom it may answer is `AuthorizedRulesService`'s to say. */
export class DefaultRulesService implements RulesService {
  readonly #bundleService: BundleService;
  readonly #engine: PolicyEngine;
  readonly #defaultEnvironment: string;
  /** Of each bundle only once, however many scanners ask. */
  readonly #archives = new WeakMap<Bundle, Promise<Buffer>>();

  constructor(options: {
    bundleService: BundleService;
    engine: PolicyEngine;
    defaultEnvironment: string;
  }) {
    this.#bundleService = options.bundleService;
    this.#engine = options.engine;
    this.#defaultEnvironment = options.defaultEnvironment;
  }

  async listRules(
    filter: RuleFilter,
  ): Promise<OperationResponse<typeof listRules>> {
    const loaded = await this.#bundleService.getBundle();
    const rules = [...loaded.bundle.rules.values()];
    return {
      items: rules
        .filter(rule => matchesFilter(rule, filter))
        .sort(compareRules)
        .map(rule => toRuleSummary(rule, loaded)),
      totalItems: rules.length,
      facets: facetsOf(rules),
    };
  }

  async getRule(path: RulePath): Promise<RuleDetail> {
    const loaded = await this.#bundleService.getBundle();
    return toRuleDetail(findRule(loaded, path), loaded);
  }

  async getRuleSource(path: RulePath): Promise<RuleSource> {
    return toRuleSource(findRule(await this.#bundleService.getBundle(), path));
  }

  async getBundle(): Promise<BundleSummary> {
    const [loaded, engine] = await Promise.all([
      this.#bundleService.getBundle(),
      this.#engine.getInfo(),
    ]);
    return summarizeBundle(loaded, {
      engine,
      defaultEnvironment: this.#defaultEnvironment,
    });
  }

  async getBundleArchive(): Promise<BundleArchive> {
    const { bundle, missing } = await this.#bundleService.getBundle();
    if (missing.length > 0) {
      throw new ServiceUnavailableError(
        `The bundle in force is not complete, so nothing can be checked against it: ${missing.join(
          ', ',
        )} could not be read. GET /bundle as JSON says why`,
      );
    }
    const archive = this.#archives.get(bundle) ?? writeBundleArchive(bundle);
    this.#archives.set(bundle, archive);
    return { digest: bundle.digest, bytes: await archive };
  }
}

function findRule({ bundle }: LoadedBundle, path: RulePath): PackRule {
  const id = `${path.pack}/${path.name}`;
  const rule = bundle.rules.get(id);
  if (!rule) {
    throw new NotFoundError(`There is no rule '${id}' in force`);
  }
  return rule;
}
