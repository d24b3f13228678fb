/** A repository's place on the forge. */
export interface RepositoryId {
  owner: string;
  name: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
// The first part of the forge's own addresses.
const RESERVED_OWNERS = new Set(['api', 'raw']);

/** Whether owner and name can be a repository's: safe in an address, as a folder and for git. */
export function isRepositoryId({ owner, name }: RepositoryId): boolean {
  return (
    [owner, name].every(part => NAME.test(part) && !part.includes('..')) &&
    !RESERVED_OWNERS.has(owner.toLowerCase()) &&
    !/\.(git|lock)$/i.test(name)
  );
}

/** Whether a string can be the name of a branch or tag, after git's own rules. */
export function isRefName(ref: string): boolean {
  return (
    ref.length > 0 &&
    ref.length <= 250 &&
    ref !== '@' &&
    !ref.startsWith('-') &&
    !/[\p{Cc}\s~^:?*[\\]|\.\.|@\{/u.test(ref) &&
    ref
      .split('/')
      .every(
        part =>
          part !== '' &&
          !part.startsWith('.') &&
          !part.endsWith('.') &&
          !part.endsWith('.lock'),
      )
  );
}

/**
 * A path inside a repository without slashes at its ends, empty for the root;
 * undefined where no file of a repository can have it.
 */
export function repositoryPath(path: string): string | undefined {
  const trimmed = path.replace(/^\//, '').replace(/\/$/, '');
  if (trimmed === '') {
    return '';
  }
  const possible =
    trimmed.length <= 2_000 &&
    !/\p{Cc}/u.test(trimmed) &&
    trimmed
      .split('/')
      .every(part => !['', '.', '..', '.git'].includes(part.toLowerCase()));
  return possible ? trimmed : undefined;
}
