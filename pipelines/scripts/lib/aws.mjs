import { Refusal } from './Refusal.mjs';
import { run } from './run.mjs';

/** The error of an AWS call, as the command line tells it. */
export class AwsFailure extends Refusal {}

/**
 * One call of the AWS command line. Its input is one JSON document, so that no
 * value can be taken for an option or a file.
 *
 * @param more - options that name files of the pipeline's own
 */
export async function aws(service, operation, input, ...more) {
  const { code, stdout, stderr } = await run(
    'aws',
    [
      ...[service, operation, '--output', 'json'],
      ...['--cli-input-json', JSON.stringify(input), ...more],
    ],
    { env: { ...process.env, AWS_PAGER: '' } },
  );
  if (code !== 0) {
    throw new AwsFailure(
      `${service} ${operation} failed: ${stderr.trim() || `exit code ${code}`}`,
    );
  }
  return stdout.trim() === '' ? {} : JSON.parse(stdout);
}

/** Asks again until the answer is there. */
export async function until(ask) {
  const pause = Number(process.env.PAVED_ROAD_POLL_SECONDS || 5) * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    await new Promise(resolve => {
      setTimeout(resolve, pause);
    });
  }
}
