import {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';

const ROOT = 'https://github.com/meridian/';

/**
 * Repositories on a host, as Backstage's URL reader for GitHub answers them:
 * `https://github.com/meridian/<name>/tree/main/…`.
 */
export class FakeRepository implements UrlReaderService {
  /** How many trees were read in full. */
  treesRead = 0;
  /** Thrown by the next reads, while set. */
  problem?: Error;
  readonly #files = new Map<string, Uint8Array>();

  /** The URL of a repository's root. */
  static urlOf(name: string): string {
    return `${ROOT}${name}/tree/main/`;
  }

  /** @param path - `<name>/<path in the repository>` */
  write(path: string, content: string | Uint8Array): void {
    this.#files.set(path, Buffer.from(content));
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  async readTree(url: string, options: UrlReaderServiceReadTreeOptions = {}) {
    this.#fail();
    const folder = pathOf(url).replace(/\/?$/, '/');
    const files = [...this.#files].filter(([path]) => path.startsWith(folder));
    if (files.length === 0) {
      throw new NotFoundError(`Request failed for ${url}?token=s3cr3t, 404`);
    }
    const etag = digestOf(
      JSON.stringify(files.map(([path, content]) => [path, digestOf(content)])),
    );
    if (etag === options.etag) {
      throw new NotModifiedError();
    }
    this.treesRead += 1;
    return {
      etag,
      files: async () =>
        files
          .map(([path, content]) => ({
            path: path.slice(folder.length),
            content: async () => Buffer.from(content),
          }))
          .filter(
            ({ path }) =>
              options.filter?.(path, {
                size: this.#files.get(folder + path)!.length,
              }) ?? true,
          ),
      archive: async () => {
        throw new Error('Archives are not read');
      },
      dir: async () => {
        throw new Error('Folders are not written');
      },
    };
  }

  async readUrl(url: string) {
    this.#fail();
    const content = this.#files.get(pathOf(url));
    if (!content) {
      throw new NotFoundError(`Request failed for ${url}, 404`);
    }
    return { buffer: async () => Buffer.from(content) };
  }

  async search(): Promise<never> {
    throw new Error('Nothing is searched for');
  }

  #fail(): void {
    if (this.problem) {
      throw this.problem;
    }
  }
}

function pathOf(url: string): string {
  return decodeURIComponent(
    url.slice(ROOT.length).replace(/^([^/]+)\/(tree|blob)\/main/, '$1'),
  );
}
