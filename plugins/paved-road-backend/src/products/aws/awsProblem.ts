import { ProductProblem } from '@paved-road/backstage-plugin-paved-road-common';

export const throttling: ReadonlySet<string> = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
]);

export const denial: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'ExpiredTokenException',
  'ExpiredToken',
  'CredentialsProviderError',
]);

/**
 * What the name of an error says about an account that does not answer. AWS's own
 * words are not passed on: they may name roles and users that are not the
 * reader's to know. Names are told apart as the error comes over the wire:
 * https://docs.aws.amazon.com/servicecatalog/latest/dg/CommonErrors.html
 */
export function awsProblem(error: {
  name: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}): ProductProblem {
  const status = error.$metadata?.httpStatusCode;
  if (denial.has(error.name)) {
    return {
      code: 'no-access',
      message:
        'The portal has no access to this account. Whoever runs the portal looks at its role there: it has to exist, to trust the portal, and to allow what the backend’s README lists.',
    };
  }
  if (throttling.has(error.name) || status === 429) {
    return {
      code: 'throttled',
      message:
        'AWS answers no more questions for the moment, since there were too many. Try again in a minute.',
    };
  }
  const isAnswer = status !== undefined && status < 500;
  return isAnswer
    ? {
        code: 'refused',
        message: `AWS refused the question (${error.name}). The portal's log has its words.`,
      }
    : {
        code: 'unreachable',
        message:
          'AWS does not answer, or not in a way that can be read. Try again in a minute; if that goes on, look at its health dashboard and at the network of the portal.',
      };
}
