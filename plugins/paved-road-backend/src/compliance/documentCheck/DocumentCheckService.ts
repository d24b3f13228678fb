import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  checkDocuments as checkDocumentsOperation,
  CheckReport,
  OperationBody,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  checkDocuments,
  PolicyEngine,
  SarifLog,
  toSarif,
} from '@paved-road/backstage-plugin-paved-road-node';
import { BundleService, LoadedBundle } from '../../rules/BundleService';

/** The documents to check, and against what. */
export type DocumentCheckRequest = OperationBody<
  typeof checkDocumentsOperation
>;

/** Who asks, and until when. */
export interface DocumentCheckOptions {
  credentials: BackstageCredentials;
  /** Ends the check where nobody waits for it any more. */
  signal?: AbortSignal;
}

/** A report, and the same in SARIF for who asks for it. */
export interface DocumentCheckResult {
  report: CheckReport;
  toSarif(): SarifLog;
}

/** Checks documents that are sent along; stores nothing. */
export interface DocumentCheckService {
  /**
   * @throws InputError for an unknown environment or pack, naming the known
   * ones; ServiceUnavailableError where a pack that counts could not be loaded,
   * or the engine can't be started.
   */
  checkDocuments(
    request: DocumentCheckRequest,
    options: DocumentCheckOptions,
  ): Promise<DocumentCheckResult>;
}

/** Checks against the bundle in force; who may ask is `AuthorizedDocumentCheckService`'s to say. */
export class DefaultDocumentCheckService implements DocumentCheckService {
  readonly #bundleService: BundleService;
  readonly #engine: PolicyEngine;
  readonly #defaultEnvironment: string;
  readonly #maxDocumentBytes: number;

  constructor(options: {
    bundleService: BundleService;
    engine: PolicyEngine;
    defaultEnvironment: string;
    /** Of one document. */
    maxDocumentBytes: number;
  }) {
    this.#bundleService = options.bundleService;
    this.#engine = options.engine;
    this.#defaultEnvironment = options.defaultEnvironment;
    this.#maxDocumentBytes = options.maxDocumentBytes;
  }

  async checkDocuments(
    request: DocumentCheckRequest,
    options: DocumentCheckOptions,
  ): Promise<DocumentCheckResult> {
    const loaded = await this.#bundleService.getBundle();
    refuseGaps(loaded, request.packs);
    const { bundle } = loaded;
    const report = await checkDocuments({
      engine: this.#engine,
      bundle,
      documents: request.documents.map(({ path, content }) => ({
        path,
        content: Buffer.from(content, 'utf8'),
      })),
      environment: request.environment ?? this.#defaultEnvironment,
      packs: request.packs,
      limits: { maxBytes: this.#maxDocumentBytes },
      signal: options.signal,
    });
    return { report, toSarif: () => toSarif(report, bundle) };
  }
}

/** Rules that are not there can't fail: the report would pass what nobody has looked at. */
function refuseGaps({ bundle, missing }: LoadedBundle, packs?: string[]): void {
  const inForce = new Set(bundle.packs.map(({ id }) => id));
  const isComplete = packs?.every(id => inForce.has(id));
  if (missing.length > 0 && !isComplete) {
    throw new ServiceUnavailableError(
      `The check would have a gap, since the rules of ${missing.join(
        ', ',
      )} could not be loaded; name the packs to check against these only: ${[
        ...inForce,
      ].join(', ')}`,
    );
  }
}
