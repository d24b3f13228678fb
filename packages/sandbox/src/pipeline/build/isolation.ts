import { execFile } from 'node:child_process';

const UNSHARE = [
  ...['--user', '--map-current-user', '--pid', '--fork'],
  ...['--mount-proc', '--kill-child'],
];

/**
 * What is put before a command so that it sees no process but its own, and so
 * that none of them outlives it: a process namespace of Linux. Empty where the
 * machine has none to give.
 */
export function isolation(): Promise<string[]> {
  return new Promise(resolve => {
    execFile('unshare', [...UNSHARE, 'true'], { timeout: 10_000 }, error =>
      resolve(error ? [] : ['unshare', ...UNSHARE]),
    );
  });
}
