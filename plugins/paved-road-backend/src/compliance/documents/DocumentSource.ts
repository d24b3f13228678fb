import {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import {
  digestOf,
  InputDocument,
  readDocumentPatterns,
} from '@paved-road/backstage-plugin-paved-road-node';
import { DocumentLimits, DocumentSelection } from './DocumentSelection';
import { scmLinks } from '../../scm/scmLinks';
import { readingProblem } from './readingProblem';
import { SourceVersion } from '../checks';
import { CatalogedService } from '../catalog/cataloged';

const TIMEOUT_MS = 60_000;

/** A service's documents in one version of its source. */
export interface ServiceDocuments {
  documents: InputDocument[];
  /** Documents that match and can't be read. */
  unreadable: { path: string; error: string }[];
  version: SourceVersion;
}

/** Reads the documents of services from where their source lies. */
export interface DocumentSource {
  /**
   * @param known - a version that need not be read again
   * @returns `unchanged` where the source still has that version
   * @throws InputError where the annotation or the source location is wrong;
   * other errors, fit to be shown, where the source can't be read.
   */
  readDocuments(
    service: CatalogedService,
    options: { known?: SourceVersion; signal?: AbortSignal },
  ): Promise<ServiceDocuments | 'unchanged'>;

  /**
   * Whether the source still has a version, without reading more than it takes
   * to know.
   *
   * @throws as `readDocuments`
   */
  isUnchanged(
    service: CatalogedService,
    known: SourceVersion,
    options?: { signal?: AbortSignal },
  ): Promise<boolean>;

  /**
   * One document as it is now.
   *
   * @returns undefined where it is no longer there, or too large to be one that
   * was checked
   */
  readDocument(
    service: CatalogedService,
    path: string,
  ): Promise<InputDocument | undefined>;

  /** Where a person reads the document; undefined where nothing is known of the host. */
  viewUrl(service: CatalogedService, path: string): string | undefined;
}

/** Reads through Backstage's URL reader, with the portal's own integrations. */
export class UrlDocumentSource implements DocumentSource {
  readonly #reader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #limits: DocumentLimits;

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    limits: DocumentLimits;
  }) {
    this.#reader = options.urlReader;
    this.#integrations = options.integrations;
    const { maxDocumentBytes, maxDocuments } = options.limits;
    this.#limits = { maxDocumentBytes, maxDocuments };
  }

  async readDocuments(
    service: CatalogedService,
    options: { known?: SourceVersion; signal?: AbortSignal },
  ): Promise<ServiceDocuments | 'unchanged'> {
    const { url, patterns, key } = this.#lookFor(service);
    const selection = new DocumentSelection(patterns, this.#limits);
    const etag = options.known?.key === key ? options.known.etag : undefined;
    return this.#inTime(url, options.signal, async signal => {
      const tree = await this.#reader
        .readTree(url, {
          etag,
          signal,
          filter: (path, info) => selection.takes(path, info?.size),
        })
        .catch(error => {
          if (error?.name === 'NotModifiedError') {
            return undefined;
          }
          throw error;
        });
      if (!tree) {
        return 'unchanged';
      }
      const files = await tree.files();
      selection.assertComplete();
      const documents = await Promise.all(
        files.map(async file => ({
          path: file.path,
          content: new Uint8Array(await file.content()),
        })),
      );
      return {
        documents: documents.sort(byPath),
        unreadable: selection.tooLarge.sort(byPath),
        version: { key, etag: tree.etag },
      };
    });
  }

  async isUnchanged(
    service: CatalogedService,
    known: SourceVersion,
    options: { signal?: AbortSignal } = {},
  ): Promise<boolean> {
    const { url, key } = this.#lookFor(service);
    if (key !== known.key) {
      return false;
    }
    return this.#inTime(url, options.signal, async signal => {
      const enough = new AbortController();
      try {
        await this.#reader.readTree(url, {
          etag: known.etag,
          signal: AbortSignal.any([signal, enough.signal]),
          filter: () => false,
        });
        return false;
      } catch (error) {
        if ((error as Error).name === 'NotModifiedError') {
          return true;
        }
        throw error;
      } finally {
        // What has changed is not downloaded here.
        enough.abort();
      }
    });
  }

  /** What a version of a service's documents depends on beside the source. */
  #lookFor(service: CatalogedService) {
    const patterns = readDocumentPatterns(
      service.documents,
      `The annotation ${ANNOTATION_DOCUMENTS}`,
    );
    const url = needSourceUrl(service);
    const limits = this.#limits;
    const key = digestOf(JSON.stringify({ url, patterns, limits }));
    return { url, patterns, key };
  }

  async readDocument(
    service: CatalogedService,
    path: string,
  ): Promise<InputDocument | undefined> {
    const url = this.viewUrl(service, path);
    if (!url) {
      return undefined;
    }
    return this.#inTime(url, undefined, async signal => {
      try {
        const response = await this.#reader.readUrl(url, { signal });
        const content = await readAtMost(
          response,
          this.#limits.maxDocumentBytes,
        );
        return content && { path, content };
      } catch (error) {
        if ((error as Error).name === 'NotFoundError') {
          return undefined;
        }
        throw error;
      }
    });
  }

  viewUrl(service: CatalogedService, path: string): string | undefined {
    return (
      service.sourceUrl &&
      scmLinks(this.#integrations, service.sourceUrl, path, undefined).viewUrl
    );
  }

  /** Not every reader heeds the signal, so the wait itself ends too. */
  async #inTime<T>(
    url: string,
    outer: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = outer ? AbortSignal.any([outer, timeout]) : timeout;
    let stop = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      signal.throwIfAborted();
      return await Promise.race([work(signal), stopped]);
    } catch (error) {
      outer?.throwIfAborted();
      throw readingProblem(error, url);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

function needSourceUrl(service: CatalogedService): string {
  if (!service.sourceUrl) {
    throw new NotFoundError(
      'The entity has no source location of type url, below which its documents could be read; see the annotation backstage.io/source-location',
    );
  }
  return service.sourceUrl;
}

async function readAtMost(
  response: UrlReaderServiceReadUrlResponse,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (!response.stream) {
    return response.buffer();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.stream()) {
    size += chunk.length;
    if (size > maxBytes) {
      return undefined;
    }
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
