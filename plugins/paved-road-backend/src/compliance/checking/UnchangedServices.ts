import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { PolicyEngine } from '@paved-road/backstage-plugin-paved-road-node';
import { BundleService } from '../../rules/BundleService';
import { CatalogedService } from '../catalog/cataloged';
import { SourceVersion } from '../checks';
import { DocumentSource } from '../documents/DocumentSource';
import { CheckQueue, Confirmation } from '../store/CheckQueue';
import { CheckStore } from '../store/CheckStore';
import { isReusable } from './isReusable';

/** So many hosts are asked at once; each answer is small. */
const AT_ONCE = 16;

export interface UnchangedServicesOptions {
  bundleService: BundleService;
  engine: PolicyEngine;
  documentSource: Pick<DocumentSource, 'isUnchanged'>;
  checkStore: Pick<CheckStore, 'readStandings'>;
  checkQueue: Pick<CheckQueue, 'confirm'>;
  /** Whose enforcement the checks show. */
  environment: string;
  logger: LoggerService;
}

/**
 * Finds the services whose documents and rules are as they were, and writes
 * their checks together: nothing is evaluated, and a large fleet costs little
 * more than asking its hosts for their versions.
 */
export class UnchangedServices {
  readonly #options: UnchangedServicesOptions;

  constructor(options: UnchangedServicesOptions) {
    this.#options = options;
  }

  /**
   * Never throws: what is not confirmed is checked by itself, and that check
   * says what is wrong.
   *
   * @returns the entity refs that need no other check
   */
  async confirm(
    services: CatalogedService[],
    options: { signal?: AbortSignal } = {},
  ): Promise<Set<string>> {
    try {
      const candidates = await this.#findCandidates(services);
      const unchanged: Confirmation[] = [];
      const ask = async () => {
        for (;;) {
          const next = candidates.shift();
          if (!next || options.signal?.aborted) {
            return;
          }
          const { service, source, confirmation } = next;
          if (await this.#isUnchanged(service, source, options)) {
            unchanged.push(confirmation);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      return new Set(await this.#options.checkQueue.confirm(unchanged));
    } catch (error) {
      this.#options.logger.warn(
        `Every service is checked by itself, since it can't be told what is unchanged: ${
          toError(error).message
        }`,
      );
      return new Set();
    }
  }

  /** The services of which the same documents would lead to the same conclusion. */
  async #findCandidates(services: CatalogedService[]) {
    const { bundleService, checkStore, engine, environment } = this.#options;
    const standings = await checkStore.readStandings();
    const context = {
      ...(await bundleService.getBundle()),
      info: await engine.getInfo(),
      environment,
    };
    return services.flatMap(service => {
      const { entityRef } = service;
      const { finished, failure } = standings.get(entityRef) ?? {};
      const source = finished?.outcome.source;
      return finished &&
        source &&
        !failure &&
        isReusable(finished.outcome, context)
        ? [{ service, source, confirmation: { entityRef, ...finished } }]
        : [];
    });
  }

  /** What can't be read is left to a check of its own, which says why. */
  async #isUnchanged(
    service: CatalogedService,
    source: SourceVersion,
    options: { signal?: AbortSignal },
  ): Promise<boolean> {
    const { documentSource, logger } = this.#options;
    try {
      return await documentSource.isUnchanged(service, source, options);
    } catch (error) {
      logger.debug(
        `The source of ${service.entityRef} does not tell its version: ${
          toError(error).message
        }`,
      );
      return false;
    }
  }
}
