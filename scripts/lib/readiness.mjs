import { setTimeout as sleep } from 'node:timers/promises';

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    // Nothing listens yet; the caller ends when the process does.
    return false;
  }
}

/** Resolves when the backend says that it is ready, and the frontend is served. */
export async function portalAnswers(address) {
  for (const path of ['/.backstage/health/v1/readiness', '/']) {
    while (!(await answers(`${address}${path}`))) {
      await sleep(250);
    }
  }
}
