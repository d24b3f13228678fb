import { spawn } from 'node:child_process';

const children = new Set();

/**
 * Starts a child in a process group of its own, so that it can be ended with
 * all that it started.
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Runs a command to its end, in this terminal; answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Resolves once a started child has printed a line that matches; rejects when it ends before. */
export function printed(child, pattern, name) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = chunk => {
      output = (output + chunk).slice(-20_000);
      if (pattern.test(output)) {
        resolve(output.match(pattern));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', code =>
      reject(new Error(`${name} ended with code ${code}:\n${output}`)),
    );
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Ends one child with all that it started, gently first. */
export async function stop(child, patience = 5_000) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => child.once('close', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

let stopping = false;

/** Prints what a child says, until it is told to end: what it can't finish then is no news. */
export function show(child) {
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', chunk => stopping || to.write(chunk));
  }
}

/** Ends all children, and then this process. */
export async function stopAll(exitCode) {
  stopping = true;
  await Promise.all([...children].map(child => stop(child)));
  process.exit(exitCode);
}

/** Ends everything with a message when a child ends that nobody has told to. */
export function needs(child, name) {
  child.once('close', (code, signal) => {
    if (!stopping) {
      process.stderr.write(
        `The ${name} has ended ${
          signal ? `by ${signal}` : `with code ${code}`
        }; the rest is being stopped.\n`,
      );
      stopAll(1);
    }
  });
}

/** Ends every child when this process is asked to end; at once when asked again. */
export function stopChildrenOnExit() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const exitCode = signal === 'SIGINT' ? 130 : 143;
      if (stopping) {
        process.exit(exitCode);
      }
      stopAll(exitCode);
    });
  }
  process.once('exit', () => {
    for (const child of children) {
      signalGroup(child, 'SIGKILL');
    }
  });
}
