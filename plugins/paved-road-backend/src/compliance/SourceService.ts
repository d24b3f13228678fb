import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Enforcement,
  OverallVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PavedRoadConfig } from '../config';
import { BundleService } from '../rules/BundleService';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { RuleVerdict } from './checks';
import { sourceVerdict } from './status/sourceVerdict';
import { trustIn, trustResults } from './status/trust';
import { CheckStore } from './store/CheckStore';

/** What is known of a service's source, from its newest finished check. */
export interface SourceState {
  verdict: OverallVerdict;
  /** As far as they can be relied on. */
  results: Pick<RuleVerdict, 'rule' | 'verdict'>[];
  checkId: string;
  checkedAt: string;
  bundleDigest: string;
  /** Absent where the host names versions in another way. */
  commit?: string;
}

/** Answers other rooms what is known of services' sources. */
export interface SourceService {
  /**
   * @param enforcementOf - what a failure of a rule does where it matters
   * @returns undefined for a service that the caller can't see, that isn't on
   * the paved road, or of which no check has finished yet
   * @throws NotAllowedError where the caller may not see its compliance.
   */
  findSource(
    entityRef: string,
    options: {
      credentials: BackstageCredentials;
      enforcementOf: (rule: string) => Enforcement;
    },
  ): Promise<SourceState | undefined>;
}

/** As hosts of git repositories name a version. */
const COMMIT = /^[0-9a-f]{40}$/;

export class DefaultSourceService implements SourceService {
  readonly #options: {
    /** The services whose compliance the caller may see. */
    readableServices: ServiceCatalog;
    bundleService: BundleService;
    checkStore: CheckStore;
    config: Pick<PavedRoadConfig, 'freshnessMs'>;
  };

  constructor(options: {
    readableServices: ServiceCatalog;
    bundleService: BundleService;
    checkStore: CheckStore;
    config: Pick<PavedRoadConfig, 'freshnessMs'>;
  }) {
    this.#options = options;
  }

  async findSource(
    entityRef: string,
    options: {
      credentials: BackstageCredentials;
      enforcementOf: (rule: string) => Enforcement;
    },
  ): Promise<SourceState | undefined> {
    const { bundleService, checkStore, config, readableServices } =
      this.#options;
    const [service, standings, { missing }] = await Promise.all([
      readableServices.findService(entityRef, options.credentials),
      checkStore.readStandings(entityRef),
      bundleService.getBundle(),
    ]);
    const standing = standings.get(entityRef);
    if (!service || !standing?.finished) {
      return undefined;
    }
    const { checkId, outcome } = standing.finished;
    const content = await checkStore.readContent(outcome.contentDigest);
    const { freshnessMs } = config;
    const trust = trustIn(standing, { now: Date.now(), freshnessMs });
    const results = trustResults(content.results, trust);
    const version = outcome.source?.etag;
    return {
      verdict: sourceVerdict({
        ...{ outcome, trust, results },
        documents: content.documents,
        enforcementOf: options.enforcementOf,
        complete: missing.length === 0,
      }),
      results,
      checkId,
      checkedAt: outcome.finishedAt,
      bundleDigest: outcome.bundleDigest,
      commit: version && COMMIT.test(version) ? version : undefined,
    };
  }
}
