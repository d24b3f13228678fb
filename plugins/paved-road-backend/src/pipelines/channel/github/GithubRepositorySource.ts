import {
  CALLER_WORKFLOW_PATH,
  CODE_OWNERS_PLACES,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  CodeOwnersFile,
  Look,
  Protection,
  RepositoryFacts,
  RepositoryPlace,
} from '../facts';
import { LookError } from '../LookError';
import { RepositorySource } from '../RepositorySource';
import {
  fileAnswer,
  folderAnswer,
  refusalAnswer,
  repositoryAnswer,
  toProtection,
} from './answers';
import { GithubClient } from './GithubClient';

/** As many as GitHub lists of a folder; there may be more. */
const MOST_LISTED = 1_000;

/** What lies in a repository's root. */
interface Root {
  mayHave(name: string): boolean;
}

/** Reads repositories through GitHub's REST API, each part at most once. */
export class GithubRepositorySource implements RepositorySource {
  readonly #client: GithubClient;

  constructor(client: GithubClient) {
    this.#client = client;
  }

  async read(
    place: RepositoryPlace,
    options: { isWired: boolean; signal?: AbortSignal },
  ): Promise<Look<RepositoryFacts>> {
    return look(async () => {
      const { signal } = options;
      const get = (path: string) => this.#client.get(place, path, signal);
      const repository = await this.#readRepository(get, place);
      const root = await this.#readRoot(get, place);
      const workflow = await look(async () =>
        root.mayHave('.github')
          ? this.#readFile(get, CALLER_WORKFLOW_PATH)
          : undefined,
      );
      const isWired =
        options.isWired || !workflow.known || workflow.value !== undefined;
      if (!isWired) {
        return { ...repository, workflow };
      }
      const [codeOwners, protection] = await Promise.all([
        look(() => this.#readCodeOwners(get, root)),
        look(() => this.#readProtection(get, repository.defaultBranch)),
      ]);
      return { ...repository, workflow, hold: { codeOwners, protection } };
    });
  }

  async #readRepository(get: Get, place: RepositoryPlace) {
    const { body, status } = await get('');
    const { data } = repositoryAnswer.safeParse(body);
    if (status !== 200 || !data) {
      throw new LookError(
        `${place.owner}/${place.name} isn’t there, or the portal’s credentials can’t see it.`,
      );
    }
    return { fullName: data.full_name, defaultBranch: data.default_branch };
  }

  /** Besides, that the root can be read tells a missing file from a missing right. */
  async #readRoot(get: Get, place: RepositoryPlace): Promise<Root> {
    const { body, status } = await get('/contents');
    const { data } = folderAnswer.safeParse(body);
    if (status === 404 && messageOf(body) === 'This repository is empty.') {
      return { mayHave: () => false };
    }
    if (status !== 200 || !data) {
      throw new LookError(
        `The portal’s credentials can’t read the files of ${place.owner}/${place.name}.`,
      );
    }
    const names = new Set(data.map(({ name }) => name));
    return {
      mayHave: name => names.has(name) || data.length >= MOST_LISTED,
    };
  }

  /** Of the default branch: none is named, so that no tag of its name is meant. */
  async #readFile(get: Get, path: string): Promise<Buffer | undefined> {
    const { body, status } = await get(`/contents/${path}`);
    if (status === 404 || Array.isArray(body)) {
      return undefined;
    }
    const { data } = fileAnswer.safeParse(body);
    if (status !== 200 || !data) {
      throw new LookError(`${path} can’t be read.`);
    }
    return Buffer.from(data.content, 'base64');
  }

  async #readCodeOwners(
    get: Get,
    root: Root,
  ): Promise<CodeOwnersFile | undefined> {
    for (const path of CODE_OWNERS_PLACES) {
      const file = root.mayHave(path.split('/')[0])
        ? await this.#readFile(get, path)
        : undefined;
      if (file) {
        return { path, text: file.toString('utf8') };
      }
    }
    return undefined;
  }

  /** GitHub answers 404 to who may not know, too. Only its words tell that apart. */
  async #readProtection(
    get: Get,
    branch: string,
  ): Promise<Protection | undefined> {
    const { body, status } = await get(
      `/branches/${encodeURIComponent(branch)}/protection`,
    );
    if (status === 404 && messageOf(body) === 'Branch not protected') {
      return undefined;
    }
    const protection = status === 200 ? toProtection(body) : undefined;
    if (!protection) {
      throw new LookError(
        'The portal’s credentials can’t read the protection of branches; it takes the right to read the repository’s administration.',
      );
    }
    return protection;
  }
}

type Get = (path: string) => ReturnType<GithubClient['get']>;

function messageOf(body: unknown): string | undefined {
  return refusalAnswer.safeParse(body).data?.message;
}

async function look<T>(read: () => Promise<T>): Promise<Look<T>> {
  try {
    return { known: true, value: await read() };
  } catch (error) {
    if (error instanceof LookError) {
      return { known: false, problem: error.message };
    }
    throw error;
  }
}
