const startedAt = Date.now();

/** One line of what is being done, with the seconds since the start. */
export function say(text) {
  const seconds = String(Math.round((Date.now() - startedAt) / 1000));
  process.stdout.write(`[${seconds.padStart(4)} s] ${text}\n`);
}

/** Says every few seconds that a long step goes on; answers a function that ends it. */
export function sayMeanwhile(text, every = 15_000) {
  const timer = setInterval(() => say(text()), every);
  return () => clearInterval(timer);
}
