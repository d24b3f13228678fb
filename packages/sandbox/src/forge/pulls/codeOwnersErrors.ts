import { readLines } from './codeOwners';

/** An owner whose line counts for nothing, in the form of GitHub's REST API. */
export interface CodeOwnersError {
  line: number;
  column: number;
  kind: string;
  source: string;
  suggestion: string | null;
  message: string;
  path: string;
}

const TEAM = /^@[\w.-]+\/[\w.-]+$/;
// The forge knows no persons, so that it takes every one for known.
const PERSON = /^(?:@[\w.-]+|[^\s@]+@[^\s@]+)$/;

/**
 * What GitHub would say of a `CODEOWNERS`: the teams that nobody knows, and what
 * is neither a team nor a person.
 *
 * @param teams - those that are known, as `CODEOWNERS` writes them
 */
export function codeOwnersErrors(
  text: string,
  path: string,
  teams: ReadonlyMap<string, string[]>,
): CodeOwnersError[] {
  const known = new Set([...teams.keys()].map(team => team.toLowerCase()));
  return readLines(text).flatMap(({ number, owners, source }) =>
    owners
      .filter(owner =>
        TEAM.test(owner)
          ? !known.has(owner.toLowerCase())
          : !PERSON.test(owner),
      )
      .map(owner => {
        const isTeam = TEAM.test(owner);
        const kind = isTeam ? 'Unknown owner' : 'Invalid owner';
        const suggestion = isTeam
          ? `make sure the team ${owner} exists, is publicly visible, and has write access to the repository`
          : null;
        const column = source.indexOf(owner) + 1;
        const said = suggestion ? `: ${suggestion}` : ':';
        return {
          ...{ line: number, column, kind, source, suggestion, path },
          message: `${kind} on line ${number}${said}\n\n  ${source}\n  ${' '.repeat(
            column - 1,
          )}^`,
        };
      }),
  );
}
