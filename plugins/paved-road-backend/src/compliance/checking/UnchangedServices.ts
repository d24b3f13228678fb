import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { PolicyEngine } from '@paved-road/backstage-plugin-paved-road-node';
import { BundleService } from '../../rules/BundleService';
import { CatalogedService } from '../catalog/cataloged';
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
  checkStore: CheckStore;
  checkQueue: CheckQueue;
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

  /** @returns the entity refs that need no other check */
  async confirm(
    services: CatalogedService[],
    options: { signal?: AbortSignal } = {},
  ): Promise<Set<string>> {
    const { bundleService, checkStore, checkQueue, engine, environment } =
      this.#options;
    const standings = await checkStore.readStandings();
    const candidates = services.filter(
      ({ entityRef }) => standings.get(entityRef)?.finished?.outcome.source,
    );
    if (candidates.length === 0) {
      return new Set();
    }
    const context = {
      ...(await bundleService.getBundle()),
      info: await engine.getInfo(),
      environment,
    };
    const unchanged: Confirmation[] = [];
    const ask = async (service: CatalogedService) => {
      const { entityRef } = service;
      const { finished, failure } = standings.get(entityRef)!;
      if (!finished || failure || !isReusable(finished.outcome, context)) {
        return;
      }
      if (await this.#isUnchanged(service, finished.outcome.source!, options)) {
        unchanged.push({ entityRef, ...finished });
      }
    };
    const waiting = [...candidates];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (;;) {
          const service = waiting.shift();
          if (!service || options.signal?.aborted) {
            return;
          }
          await ask(service);
        }
      }),
    );
    return new Set(await checkQueue.confirm(unchanged));
  }

  /** What can't be read is left to a check of its own, which says why. */
  async #isUnchanged(
    service: CatalogedService,
    source: { key: string; etag: string },
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
