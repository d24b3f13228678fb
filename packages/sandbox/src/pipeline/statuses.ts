import {
  CALLER_JOB,
  REQUIRED_CHECK,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Repository } from '../forge/git/Repository';
import { addStatus } from '../forge/pulls/addStatus';
import { Status } from '../forge/state/model';

/** Says whether a commit that was merged has come to production. */
export const DEPLOY_CHECK = `${CALLER_JOB} / deploy`;

const MOST = 140;

/** Tells the forge how a check of a commit stands, in no more words than it takes. */
export function setStatus(
  repository: Repository,
  sha: string,
  said: {
    check: typeof REQUIRED_CHECK | typeof DEPLOY_CHECK;
    state: Status['state'];
    words: string;
    url: string;
  },
): void {
  const words = said.words.replace(/\s+/g, ' ').trim();
  addStatus(repository, sha, {
    state: said.state,
    context: said.check,
    description: words.length > MOST ? `${words.slice(0, MOST - 1)}…` : words,
    targetUrl: said.url,
    creator: 'paved-road',
  });
}
