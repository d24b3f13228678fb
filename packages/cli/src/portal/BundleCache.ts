import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import {
  Bundle,
  digestOf,
  readBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { writeOutput } from '../terminal/writeOutput';

const ENDING = '.tar.gz';

/**
 * Keeps a portal's last bundle between runs, in a file of its digest's name. A
 * cache that can't be used only costs time, so it fails in silence; what it
 * holds is only ever used where the portal says that this digest is in force.
 */
export class BundleCache {
  readonly #directory: string;

  constructor(options: { env: NodeJS.ProcessEnv; portal: string }) {
    const { env, portal } = options;
    const { XDG_CACHE_HOME: cacheHome = '' } = env;
    this.#directory = join(
      isAbsolute(cacheHome) ? cacheHome : join(homedir(), '.cache'),
      'paved-road',
      'bundles',
      hexOf(digestOf(portal)).slice(0, 16),
    );
  }

  async read(): Promise<Bundle | undefined> {
    for (const name of await this.#list()) {
      const bundle = await readFile(join(this.#directory, name))
        .then(readBundleArchive)
        .catch(() => undefined);
      if (bundle) {
        return bundle;
      }
    }
    return undefined;
  }

  /** Takes the place of what was kept before. */
  async write(bundle: Bundle, bytes: Uint8Array): Promise<void> {
    const name = nameOf(bundle);
    try {
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      await writeOutput({ cwd: this.#directory, path: name, content: bytes });
      for (const old of await this.#list()) {
        if (old !== name) {
          await rm(join(this.#directory, old), { force: true });
        }
      }
    } catch {
      // It is fetched again the next time.
    }
  }

  async #list(): Promise<string[]> {
    const names = await readdir(this.#directory).catch(() => []);
    return names.filter(name => name.endsWith(ENDING));
  }
}

function nameOf({ digest }: Bundle): string {
  return hexOf(digest) + ENDING;
}

function hexOf(digest: string): string {
  return digest.replace(/^sha256:/, '');
}
