import { Run, RunState, Step } from '../model';

/** How a run stands: a word and a shape. */
export const STATES: Record<RunState, string> = {
  queued: '○ Waiting',
  running: '◔ Running',
  passed: '✓ Passed',
  stopped: '✗ Stopped',
  error: '! Not known',
  superseded: '– Superseded',
};

export const STEP_STATES: Record<Step['state'], string> = {
  waiting: '○ waiting',
  running: '◔ running',
  passed: '✓ passed',
  failed: '✗ failed',
  skipped: '– left out',
};

/** What the steps are, and whose. */
export const STEPS: Record<Step['name'], string> = {
  build: 'Build, the team’s',
  verdict: 'Verdict, the platform’s',
  deploy: 'Deployment, the platform’s',
};

/** What has begun a run. */
export function causeOf({ again, event, pull, branch }: Run): string {
  const what =
    event === 'push' ? `a commit on ${branch}` : `pull request #${pull}`;
  if (!again) {
    return what;
  }
  return again.because === 'asked'
    ? `${what}, again because somebody asked`
    : `${what}, again because the run before was interrupted`;
}

const CONTROL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g; // eslint-disable-line no-control-regex
const COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g; // eslint-disable-line no-control-regex

/** A log without what only a terminal understands. */
export const plain = (log: string) =>
  log.replace(COLOUR, '').replace(/\r\n?/g, '\n').replace(CONTROL, '');
