/** `1 rule`, `3 rules`. */
export function count(number: number, one: string, several = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : several}`;
}

/** A digest short enough to read aloud: `sha256:1a2b3c4d5e6f`. */
export function shortDigest(digest: string): string {
  return digest.replace(/^(\w+:)?([0-9a-f]{12})[0-9a-f]+$/, '$1$2');
}
