import { Refusal } from './Refusal.mjs';

/** The commit status that a protected branch waits for. */
export const REQUIRED_CHECK = 'paved-road / verdict';

const apiOf = () =>
  process.env.PAVED_ROAD_GITHUB_API || 'https://api.github.com';

async function ask(token, path, body) {
  const response = await fetch(`${apiOf()}/repos/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch(error => {
    throw new Refusal(`GitHub can't be reached: ${error.message}`);
  });
  if (!response.ok) {
    throw new Refusal(`GitHub answers ${response.status} to ${path}`);
  }
  return response.json();
}

/** What the platform says of a commit; `state` is success, failure, error or pending. */
export async function setStatus(
  { repository, commit, token, runUrl },
  state,
  words,
) {
  await ask(token, `${repository}/statuses/${commit}`, {
    state,
    context: REQUIRED_CHECK,
    description: words.slice(0, 140),
    target_url: runUrl,
  });
}

/** The commit that a branch is at now. */
export async function headOf({ repository, branch, token }) {
  const path = branch.split('/').map(encodeURIComponent).join('/');
  const { object } = await ask(token, `${repository}/git/ref/heads/${path}`);
  return object?.sha;
}
