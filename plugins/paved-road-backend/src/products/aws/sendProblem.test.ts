import { sendProblem } from './sendProblem';

describe('sendProblem', () => {
  it.each([
    ['ThrottlingException', 400, 'later'],
    ['TooManyRequestsException', undefined, 'later'],
    ['SomethingNew', 429, 'later'],
    ['ExpiredTokenException', 400, 'later'],
    ['ExpiredToken', 403, 'later'],
    ['CredentialsProviderError', undefined, 'later'],
    ['InvalidParametersException', 400, 'refused'],
    ['DuplicateResourceException', 400, 'refused'],
    ['SomethingNew', 400, 'refused'],
    ['__proto__', 499, 'refused'],
    ['AccessDeniedException', 403, 'refused'],
    ['AccessDenied', undefined, 'refused'],
    ['InternalFailure', 500, 'doubt'],
    ['SyntaxError', 503, 'doubt'],
    ['SyntaxError', 200, 'doubt'],
    ['TimeoutError', undefined, 'doubt'],
    ['Error', undefined, 'doubt'],
    ['SomethingNew', 302, 'doubt'],
  ])('takes %s with the status %s for %s', (name, status, kind) => {
    const error = sendProblem({
      name,
      message: 'swordfish',
      $metadata: { httpStatusCode: status },
    });
    expect(error.kind).toBe(kind);
    expect(error).toMatchObject({ code: name, words: 'swordfish' });
    // What is logged carries none of AWS's words.
    expect(error.message).not.toContain('swordfish');
  });

  it('doubts whatever has never been an answer', () => {
    expect(sendProblem(new Error('ECONNRESET')).kind).toBe('doubt');
  });

  it('is not told anything by AWS’s words', () => {
    const error = new Error('ThrottlingException: AccessDenied, status 400');
    expect(sendProblem(error).kind).toBe('doubt');
  });
});
