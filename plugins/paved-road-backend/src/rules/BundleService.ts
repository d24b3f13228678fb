import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  Bundle,
  createBundle,
  Environment,
  Pack,
  PackProvider,
  PolicyEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { assemblePacks, ProvidedPacks } from './assemblePacks';
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

const LOAD_TIMEOUT_MS = 60_000;

/** Keeps the bundle in memory, each replica for itself. */
export class DefaultBundleService implements BundleService {
  readonly #providers: PackProvider[];
  readonly #environments: Environment[];
  readonly #engine: PolicyEngine;
  readonly #logger: LoggerService;
  readonly #loadTimeoutMs: number;
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
    /** How long a pack may take to be read; one minute where absent. */
    loadTimeoutMs?: number;
  }) {
    this.#providers = options.providers;
    this.#environments = options.environments;
    this.#engine = options.engine;
    this.#logger = options.logger;
    this.#loadTimeoutMs = options.loadTimeoutMs ?? LOAD_TIMEOUT_MS;
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
    const { packs, problems, missing } = assemblePacks(
      await Promise.all(this.#providers.map(provider => this.#read(provider))),
    );
    if (packs.length === 0) {
      throw new ServiceUnavailableError(
        `There are no rules in force. ${problems.map(toLine).join('. ')}`,
      );
    }
    const bundle = createBundle({ packs, environments: this.#environments });
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

  async #read(provider: PackProvider): Promise<ProvidedPacks> {
    const { name: source } = provider;
    try {
      const packs = await withTimeout(
        provider.loadPacks(),
        this.#loadTimeoutMs,
      );
      const empty = packs.find(({ rules }) => rules.length === 0);
      if (empty) {
        throw new InputError(`the pack '${empty.id}' holds no rule`);
      }
      this.#lastGood.set(provider, packs);
      return { source, packs };
    } catch (error) {
      const { message } = toError(error);
      return { source, packs: this.#lastGood.get(provider), error: message };
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

/** So that one host that doesn't answer doesn't hold up the rules of the others. */
async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`could not be read within ${ms / 1000} s`)),
          ms,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
