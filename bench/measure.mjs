import { spawn } from 'node:child_process';

/** Keeps the command's output in a file, then tells what it and all that it started have used. */
const SCRIPT = 'out=$1; shift; "$@" > "$out"; code=$?; times >&2; exit $code';

/** `1m2.5s` as the shell prints it, in seconds. */
function seconds(text) {
  const [, minutes, rest] = /^(\d+)m([\d.]+)s$/.exec(text);
  return Number(minutes) * 60 + Number(rest);
}

/**
 * Runs a command to its end and answers its seconds on the clock and on the
 * processors. POSIX `times` counts the processors, since Node only counts its
 * own.
 */
export async function measure(command, { output, accept = [0] }) {
  const begin = process.hrtime.bigint();
  const child = spawn('sh', ['-c', SCRIPT, 'sh', output, ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', chunk => {
    errors = (errors + chunk).slice(-10_000);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (!accept.includes(code)) {
    throw new Error(`${command[0]} ended with code ${code}:\n${errors}`);
  }
  const [user, system] = errors.trimEnd().split('\n').at(-1).split(' ');
  return { wall, cpu: seconds(user) + seconds(system) };
}
