import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  Bundle,
  createBundle,
  Environment,
  Pack,
  PackProvider,
  PolicyEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { BundleProblem, LoadedBundle } from './loadedBundle';

export type { BundleProblem, LoadedBundle } from './loadedBundle';

/** Knows the rules in force. */
export interface BundleService {
  /**
   * The bundle in force; loads it on first use.
   *
   * @throws ServiceUnavailableError where no pack could be loaded, or the
   * engine can't be started.
   */
  getBundle(): Promise<LoadedBundle>;

  /**
   * Reads the packs anew; keeps the last good version of a pack that can't be
   * read, and says so in `problems`.
   *
   * @throws ServiceUnavailableError as `getBundle` does.
   */
  refresh(): Promise<LoadedBundle>;
}

/** Keeps the bundle in memory, each replica for itself. */
export class DefaultBundleService implements BundleService {
  readonly #providers: PackProvider[];
  readonly #environments: Environment[];
  readonly #engine: PolicyEngine;
  readonly #logger: LoggerService;
  readonly #lastGood = new Map<PackProvider, Pack[]>();
  #brokenFiles = new Map<string, string>();
  #parsedFiles = new Set<string>();
  #current?: LoadedBundle;
  #loading?: Promise<LoadedBundle>;

  constructor(options: {
    providers: PackProvider[];
    environments: Environment[];
    engine: PolicyEngine;
    logger: LoggerService;
  }) {
    this.#providers = options.providers;
    this.#environments = options.environments;
    this.#engine = options.engine;
    this.#logger = options.logger;
  }

  async getBundle(): Promise<LoadedBundle> {
    return this.#current ?? this.refresh();
  }

  async refresh(): Promise<LoadedBundle> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<LoadedBundle> {
    const read = await Promise.all(
      this.#providers.map(provider => this.#read(provider)),
    );
    const packs = new Map<string, Pack>();
    const problems: BundleProblem[] = [];
    const missing: string[] = [];
    for (const { provider, error } of read) {
      const known = this.#lastGood.get(provider);
      if (error !== undefined) {
        problems.push({
          pack: known?.map(({ id }) => id).join(', ') || provider.name,
          message: known
            ? `Kept as it was when it was last read: ${error}`
            : `Not in force: ${error}`,
        });
      }
      if (!known) {
        missing.push(provider.name);
      }
      for (const pack of known ?? []) {
        if (packs.has(pack.id)) {
          missing.push(provider.name);
          problems.push({
            pack: pack.id,
            message: `Not in force: ${provider.name} holds a second pack of this name`,
          });
          continue;
        }
        packs.set(pack.id, pack);
        problems.push(
          ...pack.problems.map(({ path, field, message }) => ({
            pack: pack.id,
            message: `${path}${field ? `, ${field}` : ''}: ${message}`,
          })),
        );
      }
    }
    if (packs.size === 0) {
      throw new ServiceUnavailableError(
        `There are no rules in force. ${problems
          .map(({ pack, message }) => `${pack}: ${message}`)
          .join('. ')}`,
      );
    }
    const bundle = createBundle({
      packs: [...packs.values()],
      environments: this.#environments,
    });
    await this.#findBrokenFiles(bundle);
    const loaded = {
      bundle,
      brokenFiles: this.#brokenFiles,
      problems,
      missing,
    };
    this.#tell(loaded);
    this.#current = loaded;
    return loaded;
  }

  async #read(
    provider: PackProvider,
  ): Promise<{ provider: PackProvider; error?: string }> {
    try {
      const packs = await provider.loadPacks();
      const empty = packs.find(({ rules }) => rules.length === 0);
      if (empty) {
        return { provider, error: `the pack '${empty.id}' holds no rule` };
      }
      this.#lastGood.set(provider, packs);
      return { provider };
    } catch (error) {
      return { provider, error: toError(error).message };
    }
  }

  /** Asks the engine only about files that it has not been asked about. */
  async #findBrokenFiles(bundle: Bundle): Promise<void> {
    const files = new Map(
      [...bundle.rules.values()].flatMap(rule =>
        rule.files.map(file => [file.digest, file]),
      ),
    );
    const fresh = [...files.values()].filter(
      ({ digest }) => !this.#parsedFiles.has(digest),
    );
    const found = fresh.length
      ? await this.#engine.findBrokenFiles(fresh)
      : new Map<string, string>();
    this.#brokenFiles = new Map(
      [...this.#brokenFiles, ...found].filter(([digest]) => files.has(digest)),
    );
    this.#parsedFiles = new Set(files.keys());
  }

  #tell(loaded: LoadedBundle): void {
    const before = this.#current;
    if (before?.bundle.digest !== loaded.bundle.digest) {
      this.#logger.info(
        `The bundle in force is ${loaded.bundle.digest} with ${loaded.bundle.rules.size} rules`,
      );
    }
    const known = new Set(before?.problems.map(toLine));
    loaded.problems
      .map(toLine)
      .filter(line => !known.has(line))
      .forEach(line => this.#logger.warn(line));
  }
}

function toLine({ pack, message }: BundleProblem): string {
  return `Pack ${pack}: ${message}`;
}
