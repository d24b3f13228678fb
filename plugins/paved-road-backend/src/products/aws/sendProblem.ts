import { SendError } from '../provisioned/SendError';
import { denial, throttling } from './awsProblem';

/** Credentials that have run out or can't be had yet are no answer to the change. */
const CREDENTIALS = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'CredentialsProviderError',
]);

/**
 * What the name and the status of an error say about whether AWS has accepted a
 * change. Never its words: which ones AWS uses is not agreed on.
 */
export function sendProblem(error: {
  name: string;
  message: string;
  $metadata?: { httpStatusCode?: number };
}): SendError {
  const { name: code, message: words } = error;
  const status = error.$metadata?.httpStatusCode;
  if (throttling.has(code) || status === 429 || CREDENTIALS.has(code)) {
    return new SendError('later', { code, words });
  }
  const isAnswer = status !== undefined && status >= 400 && status < 500;
  return new SendError(isAnswer || denial.has(code) ? 'refused' : 'doubt', {
    code,
    words,
  });
}
