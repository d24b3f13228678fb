import { InputError } from '@backstage/errors';
import { Octokit, RequestError } from 'octokit';
import { Repository } from '../../../pipeline';
import { forgeError } from './forgeError';

type Repos = Octokit['rest']['repos'];

/** How a branch is protected, in GitHub's words. */
export type Protection = Awaited<
  ReturnType<Repos['getBranchProtection']>
>['data'];

/** How a branch is to be protected, in GitHub's words. */
export type WantedProtection = Pick<
  NonNullable<Parameters<Repos['updateBranchProtection']>[0]>,
  | 'enforce_admins'
  | 'required_pull_request_reviews'
  | 'restrictions'
  | 'allow_force_pushes'
  | 'allow_deletions'
  | 'required_linear_history'
  | 'required_conversation_resolution'
  | 'block_creations'
  | 'lock_branch'
  | 'allow_fork_syncing'
> & {
  required_status_checks: {
    strict: boolean;
    checks: { context: string; app_id: number }[];
  };
};

/**
 * As text, since the client's types want `contexts` beside `checks`, and GitHub
 * refuses what has both.
 */
const PROTECT: string =
  'PUT /repos/{owner}/{repo}/branches/{branch}/protection';

const ADMINISTRATION = 'administration: write';
const CONTENTS = 'contents: read';

/** A repository of the forge, and what has to be known and set of it. */
export class ForgeRepository {
  constructor(
    private readonly octokit: Octokit,
    private readonly repository: Repository,
  ) {}

  /** The address that people see it at, and the branch that is its default. */
  async describe(): Promise<{ url: string; defaultBranch: string }> {
    const { data } = await this.#ask('metadata: read', ({ repos }, params) =>
      repos.get(params),
    );
    return { url: data.html_url, defaultBranch: data.default_branch };
  }

  /** The text of a file of a branch; `undefined` where there is none. */
  async readFile(path: string, branch: string): Promise<string | undefined> {
    const found = await this.#ask(CONTENTS, ({ repos }, params) =>
      repos
        .getContent({ ...params, path, ref: branch })
        .catch(undefinedWhere(404)),
    );
    if (!found) {
      return undefined;
    }
    const { data } = found;
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) {
      throw new InputError(`'${path}' on ${branch} is no file; put one there`);
    }
    if (data.content === '' && data.size > 0) {
      throw new InputError(
        `The file '${path}' on ${branch} is too large to be looked at; make it smaller`,
      );
    }
    return Buffer.from(data.content, 'base64').toString('utf8');
  }

  /** What is wrong with the code owners; `undefined` where the forge can't tell. */
  async codeOwnersProblems(branch: string) {
    const found = await this.#ask(CONTENTS, ({ repos }, params) =>
      repos
        .codeownersErrors({ ...params, ref: branch })
        .catch(undefinedWhere(404)),
    );
    return found?.data.errors;
  }

  /** How a branch is protected; `undefined` where it isn't. */
  async readProtection(branch: string): Promise<Protection | undefined> {
    const found = await this.#ask(ADMINISTRATION, ({ repos }, params) =>
      repos
        .getBranchProtection({ ...params, branch })
        // A token that may not see it is told 404 as well, in other words.
        .catch(undefinedWhere(404, /branch not protected/i)),
    );
    return found?.data;
  }

  async protect(branch: string, wanted: WantedProtection): Promise<void> {
    await this.#ask(ADMINISTRATION, (_, params) =>
      this.octokit.request(PROTECT, { ...params, branch, ...wanted }),
    );
  }

  async #ask<T>(
    right: string,
    ask: (
      rest: Octokit['rest'],
      params: { owner: string; repo: string },
    ) => Promise<T>,
  ): Promise<T> {
    const { owner, name } = this.repository;
    try {
      return await ask(this.octokit.rest, { owner, repo: name });
    } catch (error) {
      throw forgeError(error, this.repository, right);
    }
  }
}

function undefinedWhere(status: number, words = /(?:)/) {
  return (error: unknown): undefined => {
    if (
      error instanceof RequestError &&
      error.status === status &&
      words.test(error.message)
    ) {
      return undefined;
    }
    throw error;
  };
}
