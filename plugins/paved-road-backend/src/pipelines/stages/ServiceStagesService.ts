import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  Enforcement,
  EntityPath,
  getServiceStages,
  OperationQuery,
  ServiceStages,
  StageSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  subjectDigestOf,
} from '@paved-road/backstage-plugin-paved-road-node';
import { SourceService, SourceState } from '../../compliance/SourceService';
import { PavedRoadConfig } from '../../config';
import { BundleService } from '../../rules/BundleService';
import { PipelineAccess } from '../PipelineAccess';
import { PipelineResultStore } from '../store/PipelineResultStore';
import { compareRules, RuleInForce } from './compareRules';
import { whyUnexplained } from './explainDeployment';
import { orderEnvironments } from './orderEnvironments';
import { stageSummary } from './stageSummary';
import { verdictsOfResult } from './stageVerdicts';

/** Puts side by side what source, pipeline and deployment say of a service. */
export interface ServiceStagesService {
  /**
   * @throws NotFoundError for what the catalog hides; NotAllowedError naming the
   * permission; InputError for an environment that there isn't.
   */
  getStages(
    path: EntityPath,
    query: OperationQuery<typeof getServiceStages>,
    options: { credentials: BackstageCredentials },
  ): Promise<ServiceStages>;
}

interface Deps {
  access: PipelineAccess;
  bundleService: BundleService;
  sourceService: SourceService;
  store: PipelineResultStore;
  config: Pick<PavedRoadConfig, 'defaultEnvironment'>;
}

export class DefaultServiceStagesService implements ServiceStagesService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getStages(
    path: EntityPath,
    query: OperationQuery<typeof getServiceStages>,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ServiceStages> {
    const { access, bundleService, sourceService, store } = this.#deps;
    const entityRef = stringifyEntityRef(path);
    await access.requireReader(entityRef, credentials);
    const [{ bundle }, withResults] = await Promise.all([
      bundleService.getBundle(),
      store.listEnvironments(entityRef),
    ]);
    const environments = this.#environments(query, bundle, withResults);
    const environment = query.environment ?? environments[0];
    const ruleInForce = rulesIn(bundle, environment);
    const [source, everywhere] = await Promise.all([
      sourceService.findSource(entityRef, {
        credentials,
        enforcementOf: rule => ruleInForce(rule)?.enforcement ?? 'block',
      }),
      Promise.all(withResults.map(name => this.#newest(entityRef, name))),
    ]);
    const here = everywhere.find(one => one.environment === environment);
    const { deployed, pipeline, unexplained } = here ?? {};
    return {
      environment,
      environments,
      stages: [
        sourceSummary(source),
        stageSummary('pipeline', pipeline),
        stageSummary('deployed', deployed),
      ],
      explained: deployed && unexplained === undefined,
      unexplained,
      unexplainedIn: environments.filter(name =>
        everywhere.some(
          one => one.environment === name && one.unexplained !== undefined,
        ),
      ),
      ...compareRules(
        {
          source:
            source &&
            new Map(source.results.map(({ rule, verdict }) => [rule, verdict])),
          pipeline: pipeline && verdictsOfResult(pipeline),
          deployed: deployed && verdictsOfResult(deployed),
        },
        ruleInForce,
      ),
    };
  }

  #environments(
    { environment }: OperationQuery<typeof getServiceStages>,
    bundle: Bundle,
    withResults: string[],
  ): string[] {
    const byDefault = this.#deps.config.defaultEnvironment;
    const asked = environment ?? byDefault;
    const configured = bundle.environments.map(({ name }) => name);
    if (![...configured, ...withResults].includes(asked)) {
      throw new InputError(
        `There is no environment '${asked}'; there are: ${configured.join(
          ', ',
        )}`,
      );
    }
    return orderEnvironments({ asked, byDefault, configured, withResults });
  }

  /** What is newest in an environment, and why it isn't explained where it isn't. */
  async #newest(entityRef: string, environment: string) {
    const { store } = this.#deps;
    const newest = await store.readNewest(entityRef, environment);
    const { deployed } = newest;
    const unexplained =
      deployed &&
      whyUnexplained(
        deployed,
        await store.readChecks({
          entityRef,
          environment,
          // Not the digest that was sent, which may be another's.
          subjectDigest: subjectDigestOf(deployed.documents),
          place: deployed.seq,
        }),
      );
    return { environment, ...newest, unexplained };
  }
}

function sourceSummary(source: SourceState | undefined): StageSummary {
  return {
    stage: 'source',
    verdict: source?.verdict,
    id: source?.checkId,
    commit: source?.commit,
    bundleDigest: source?.bundleDigest,
    at: source?.checkedAt,
  };
}

/** In an environment that is configured no more every failure blocks. */
function rulesIn(bundle: Bundle, environment: string) {
  const configured = bundle.environments.some(
    ({ name }) => name === environment,
  );
  return (id: string): RuleInForce | undefined => {
    const rule = bundle.rules.get(id);
    const enforcement = (): Enforcement =>
      configured && rule ? bundle.enforcementOf(rule, environment) : 'block';
    return (
      rule && {
        title: rule.title,
        severity: rule.severity,
        enforcement: enforcement(),
      }
    );
  };
}
