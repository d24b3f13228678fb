import { RepositoryId } from '../../forge/git/names';
import { Log } from '../Steps';
import { askAgain } from '../verdict/askAgain';
import { Judgement, unchecked } from '../verdict/judge';
import { Portal } from '../verdict/runCheck';
import { homeOf } from './homeOf';

/**
 * Why a repository may not speak for the service that it names; undefined where
 * it may. A service that was registered a moment ago is waited for.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function whyNotOwn(options: {
  service: string;
  repository: RepositoryId;
  portal: Portal;
  log: Log;
  signal: AbortSignal;
}): Promise<Judgement | undefined> {
  const { log, portal, repository, service, signal } = options;
  const home = await askAgain(
    { retryMs: portal.retryMs, log, signal },
    () => homeOf(service, repository, { ...portal, signal }),
    answer => answer.from === 'unknown' && answer.mayChange,
  );
  if (home.from === 'own') {
    return undefined;
  }
  const refusal =
    home.from === 'unknown'
      ? unchecked('error', home.why)
      : unchecked(
          'stopped',
          `${service} comes from another repository, which alone speaks for it`,
        );
  log(`${refusal.reason}\n`);
  return refusal;
}
