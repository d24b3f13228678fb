import { NotFoundError } from '@backstage/errors';
import { readingProblem } from './readingProblem';

const URL = 'https://github.com/acme/payments/tree/main/';

describe('readingProblem', () => {
  it.each([
    new Error(
      'Request failed for https://anna:s3cr3t@github.com/api/x?access_token=s3cr3t, 500',
    ),
    new Error('Authorization: Bearer s3cr3t was refused'),
    new NotFoundError('https://github.com/x?token=s3cr3t'),
  ])('keeps secrets out: %s', error => {
    const problem = readingProblem(error, URL);
    expect(problem.message).toContain('github.com');
    expect(problem.message).not.toContain('s3cr3t');
    expect(problem.message).not.toContain('anna');
  });

  it('says who did not answer in time', () => {
    const timeout = Object.assign(new Error('aborted'), {
      name: 'TimeoutError',
    });
    expect(readingProblem(timeout, URL)).toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'github.com did not answer in time',
    });
  });

  it('names no host where there is none, and stays short', () => {
    const { message } = readingProblem(new Error('x'.repeat(5_000)), 'nowhere');
    expect(message).toMatch(
      /^The source could not be read from the source location: x+…$/,
    );
    expect(message.length).toBeLessThan(400);
  });
});
