import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import {
  checkDocuments,
  digestOf,
  PolicyEngine,
  VerdictMemory,
} from '@paved-road/backstage-plugin-paved-road-node';
import { PavedRoadConfig } from '../../config';
import { BundleService } from '../../rules/BundleService';
import { CheckEnd } from '../checks';
import { CheckStore } from '../store/CheckStore';
import { concludeCheck } from './concludeCheck';
import { isReusable } from './isReusable';
import { DocumentLeases } from '../store/DocumentLeases';
import { DocumentSource, ServiceDocuments } from '../documents/DocumentSource';
import { CatalogedService } from '../catalog/cataloged';
import { ServiceCatalog } from '../catalog/ServiceCatalog';

type LoadedBundle = Awaited<ReturnType<BundleService['getBundle']>>;

export interface CheckRunnerOptions {
  auth: AuthService;
  serviceCatalog: ServiceCatalog;
  documentSource: DocumentSource;
  bundleService: BundleService;
  engine: PolicyEngine;
  memory: VerdictMemory;
  leases: DocumentLeases;
  checkStore: CheckStore;
  config: Pick<PavedRoadConfig, 'defaultEnvironment' | 'limits'>;
}

/** Checks one service's documents as they are now. */
export class CheckRunner {
  readonly #options: CheckRunnerOptions;

  constructor(options: CheckRunnerOptions) {
    this.#options = options;
  }

  /**
   * @throws errors that are fit to be kept and shown; the signal's reason where
   * it is given.
   */
  async run(entityRef: string, signal: AbortSignal): Promise<CheckEnd> {
    const { bundleService, checkStore, documentSource, engine } = this.#options;
    const service = await this.#findService(entityRef);
    const loaded = await bundleService.getBundle();
    const info = await engine.getInfo();
    const standing = (await checkStore.readStandings(entityRef)).get(entityRef);
    const last = standing?.finished?.outcome;
    const reusable =
      last &&
      isReusable(last, {
        ...loaded,
        info,
        environment: this.#options.config.defaultEnvironment,
      });
    const documents = await documentSource.readDocuments(service, {
      known: reusable ? last.source : undefined,
      signal,
    });
    if (documents !== 'unchanged') {
      return this.#check(documents, loaded, info, signal);
    }
    if (!last) {
      throw new Error('A source never read before can not be unchanged');
    }
    const { startedAt: _started, finishedAt: _finished, ...conclusion } = last;
    return conclusion;
  }

  async #findService(entityRef: string): Promise<CatalogedService> {
    const { auth, serviceCatalog } = this.#options;
    const service = await serviceCatalog.findService(
      entityRef,
      await auth.getOwnServiceCredentials(),
    );
    if (!service) {
      throw new NotFoundError(
        'The catalog no longer has the service, or the service no longer names its documents',
      );
    }
    return service;
  }

  async #check(
    read: ServiceDocuments,
    { bundle, missing }: LoadedBundle,
    info: EngineInfo,
    signal: AbortSignal,
  ): Promise<CheckEnd> {
    const { engine, leases, memory } = this.#options;
    const { defaultEnvironment: environment, limits } = this.#options.config;
    const { documents, unreadable, version } = read;
    const report =
      documents.length > 0
        ? await leases.hold(
            documents.map(({ content }) => digestOf(content)),
            signal,
            () =>
              checkDocuments({
                engine,
                bundle,
                documents,
                environment,
                limits: { maxBytes: limits.maxDocumentBytes },
                memory,
                signal,
              }),
          )
        : undefined;
    const conclusion = concludeCheck({
      reports: report?.documents ?? [],
      unreadable,
      bundle,
      environment,
      missingPacks: missing,
    });
    // A rule may be unknown for a reason that passes, such as a time limit.
    const isFinal = conclusion.counts.unknown === 0 && missing.length === 0;
    return {
      state: 'finished',
      ...conclusion,
      bundleDigest: bundle.digest,
      environment,
      engine: info,
      source: isFinal ? version : undefined,
    };
  }
}
