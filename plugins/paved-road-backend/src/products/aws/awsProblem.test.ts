import { awsProblem } from './awsProblem';

describe('awsProblem', () => {
  it.each([
    ['AccessDeniedException', 400, 'no-access'],
    ['AccessDenied', 403, 'no-access'],
    ['CredentialsProviderError', undefined, 'no-access'],
    ['ThrottlingException', 400, 'throttled'],
    ['Unknown', 429, 'throttled'],
    ['ValidationException', 400, 'refused'],
    ['InternalFailure', 500, 'unreachable'],
    ['SyntaxError', 503, 'unreachable'],
    ['TimeoutError', undefined, 'unreachable'],
  ])('tells %s with the status %s apart as %s', (name, status, code) => {
    const problem = awsProblem({
      name,
      $metadata: { httpStatusCode: status },
    });
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/\.$/);
  });

  it('passes none of AWS’s words on', () => {
    const error = Object.assign(
      new Error('User: arn:aws:sts::111122223333:assumed-role/secret is not'),
      { name: 'AccessDeniedException' },
    );
    expect(awsProblem(error).message).not.toContain('secret');
  });
});
