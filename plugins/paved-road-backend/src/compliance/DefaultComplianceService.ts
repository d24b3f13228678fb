import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  CheckDetail,
  CheckedDocument,
  EntityPath,
  listChecks,
  listRuleServices,
  OperationParams,
  OperationQuery,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PavedRoadConfig } from '../config';
import { BundleService } from '../rules/BundleService';
import { CheckQueue } from './store/CheckQueue';
import { CheckContent, ServiceStanding } from './checks';
import { CheckStore } from './store/CheckStore';
import { toCheckSummary } from './status/checkView';
import {
  ComplianceService,
  ComplianceServiceOptions,
  ExcerptQuery,
} from './ComplianceService';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { describeResults } from './status/describeResults';
import { DocumentSource } from './documents/DocumentSource';
import { pageOf } from '../paging/pageOf';
import { readExcerpt } from './readExcerpt';
import { readRequester } from '../readRequester';
import { CatalogedService } from './catalog/cataloged';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { listStatuses, ServiceQuery } from './status/serviceList';
import { serviceStatus, StatusContext } from './status/serviceStatus';
import { trustIn, trustResults } from './status/trust';

const HISTORY = 'checks';

export interface DefaultComplianceServiceOptions {
  auth: AuthService;
  /** The services whose compliance the caller may see. */
  readableServices: ServiceCatalog;
  /** The services of which the caller may ask for a check. */
  checkableServices: ServiceCatalog;
  documentSource: DocumentSource;
  bundleService: BundleService;
  checkStore: CheckStore;
  checkQueue: CheckQueue;
  config: Pick<PavedRoadConfig, 'defaultEnvironment' | 'freshnessMs'>;
  /** Told when a check waits. */
  onQueued: () => void;
}

export class DefaultComplianceService implements ComplianceService {
  readonly #options: DefaultComplianceServiceOptions;

  constructor(options: DefaultComplianceServiceOptions) {
    this.#options = options;
  }

  async listServices(
    query: ServiceQuery,
    { credentials }: ComplianceServiceOptions,
  ) {
    const [services, standings, context] = await Promise.all([
      this.#options.readableServices.listServices(credentials),
      this.#options.checkStore.readStandings(),
      this.#statusContext(),
    ]);
    return listStatuses(
      services.map(service =>
        serviceStatus(
          service,
          standings.get(service.entityRef) ?? nothingKnownOf(service),
          context,
        ),
      ),
      query,
    );
  }

  async listRuleServices(
    path: OperationParams<typeof listRuleServices>,
    query: OperationQuery<typeof listRuleServices>,
    { credentials }: ComplianceServiceOptions,
  ) {
    const { bundleService, checkStore, readableServices } = this.#options;
    const rule = `${path.pack}/${path.name}`;
    const [services, standings, failures, context, { bundle }] =
      await Promise.all([
        readableServices.listServices(credentials),
        checkStore.readStandings(),
        checkStore.readFailures(rule),
        this.#statusContext(),
        bundleService.getBundle(),
      ]);
    if (!bundle.rules.has(rule)) {
      throw new NotFoundError(`There is no rule '${rule}' in force`);
    }
    const failing = services.flatMap(({ entityRef, owner, title }) => {
      const findingCount = failures.get(entityRef);
      const standing = standings.get(entityRef);
      return findingCount !== undefined &&
        standing?.finished &&
        trustIn(standing, context) !== 'stale'
        ? {
            entityRef,
            title,
            owner,
            findingCount,
            checkedAt: standing.finished.outcome.finishedAt,
          }
        : [];
    });
    return pageOf(failing, {
      ...query,
      list: `failing ${rule}`,
      order: 'asc',
      shape: ['number', 'string'],
      keyOf: ({ entityRef, findingCount }) => [-findingCount, entityRef],
    });
  }

  async getService(
    path: EntityPath,
    { credentials }: ComplianceServiceOptions,
  ): Promise<ServiceCompliance> {
    const [{ service, standing, content }, context, { bundle }] =
      await Promise.all([
        this.#newest(path, credentials),
        this.#statusContext(),
        this.#options.bundleService.getBundle(),
      ]);
    return {
      status: serviceStatus(service, standing, context),
      documents: this.#withLinks(content, service),
      results: describeResults(
        trustResults(content.results, trustIn(standing, context)),
        bundle,
      ),
    };
  }

  async getExcerpt(
    path: EntityPath,
    query: ExcerptQuery,
    { credentials }: ComplianceServiceOptions,
  ) {
    const { service, content } = await this.#newest(path, credentials);
    return readExcerpt(
      this.#options.documentSource,
      service,
      content.documents,
      query,
    );
  }

  async listChecks(
    path: EntityPath,
    query: OperationQuery<typeof listChecks>,
    { credentials }: ComplianceServiceOptions,
  ) {
    const { entityRef } = await this.#find(path, credentials);
    const [before] = query.cursor
      ? decodeCursor(HISTORY, query.cursor, ['number'])
      : [];
    const found = await this.#options.checkStore.listChecks(entityRef, {
      limit: query.limit + 1,
      before: before === undefined ? undefined : Number(before),
    });
    const page = found.slice(0, query.limit);
    return {
      items: page.map(({ check }) => toCheckSummary(check)),
      nextCursor:
        found.length > query.limit
          ? encodeCursor(HISTORY, [page[page.length - 1].place])
          : undefined,
    };
  }

  async getCheck(
    path: EntityPath,
    checkId: string,
    { credentials }: ComplianceServiceOptions,
  ): Promise<CheckDetail> {
    const { bundleService, checkStore } = this.#options;
    const service = await this.#find(path, credentials);
    const check = await this.#findCheck(service.entityRef, checkId);
    const content =
      check.state === 'ended' && check.outcome.state === 'finished'
        ? await checkStore.readContent(check.outcome.contentDigest)
        : { documents: [], results: [] };
    const { bundle } = await bundleService.getBundle();
    return {
      ...toCheckSummary(check),
      documents: this.#withLinks(content, service),
      results: describeResults(content.results, bundle),
    };
  }

  async createCheck(
    path: EntityPath,
    { credentials }: ComplianceServiceOptions,
  ) {
    const { auth, checkableServices, checkQueue, onQueued } = this.#options;
    const requester = readRequester(auth, credentials);
    const { entityRef } = await this.#find(
      path,
      credentials,
      checkableServices,
    );
    const ids = await checkQueue.request([
      { entityRef, trigger: 'request', requester },
    ]);
    onQueued();
    return toCheckSummary(
      await this.#findCheck(entityRef, String(ids.get(entityRef))),
    );
  }

  async #find(
    path: EntityPath,
    credentials: BackstageCredentials,
    services: ServiceCatalog = this.#options.readableServices,
  ): Promise<CatalogedService> {
    const entityRef = stringifyEntityRef(path);
    const service = await services.findService(entityRef, credentials);
    if (!service) {
      throw new NotFoundError(
        `There is no service '${entityRef}' on the paved road`,
      );
    }
    return service;
  }

  /** A service with its standing and the content of its newest finished check. */
  async #newest(path: EntityPath, credentials: BackstageCredentials) {
    const { checkStore } = this.#options;
    const [service, standings] = await Promise.all([
      this.#find(path, credentials),
      checkStore.readStandings(stringifyEntityRef(path)),
    ]);
    const standing =
      standings.get(service.entityRef) ?? nothingKnownOf(service);
    const content: CheckContent = standing.finished
      ? await checkStore.readContent(standing.finished.outcome.contentDigest)
      : { documents: [], results: [] };
    return { service, standing, content };
  }

  async #findCheck(entityRef: string, checkId: string) {
    const check = await this.#options.checkStore.findCheck(entityRef, checkId);
    if (!check) {
      throw new NotFoundError(`There is no check '${checkId}' of ${entityRef}`);
    }
    return check;
  }

  async #statusContext(): Promise<StatusContext> {
    const { bundleService, config } = this.#options;
    const { bundle } = await bundleService.getBundle();
    return {
      now: Date.now(),
      freshnessMs: config.freshnessMs,
      bundleDigest: bundle.digest,
      environment: config.defaultEnvironment,
    };
  }

  #withLinks(
    { documents }: CheckContent,
    service: CatalogedService,
  ): CheckedDocument[] {
    const { documentSource } = this.#options;
    return documents.map(document => ({
      ...document,
      viewUrl: documentSource.viewUrl(service, document.path),
    }));
  }
}

function nothingKnownOf({ entityRef }: CatalogedService): ServiceStanding {
  return { entityRef };
}
