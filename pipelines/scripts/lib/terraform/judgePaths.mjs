import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Refusal } from '../Refusal.mjs';

/** Where the provider reads a file that a value names. */
const NAMES_A_FILE = /^(filename|zip_file)$/;
const SOURCE_IS_A_FILE = /^aws_s3_(bucket_)?object$/;

/** Programs and libraries: of no use to who looks for credentials, and often named. */
const HARMLESS = /^\/(bin|lib|lib64|sbin|usr)\//;

/**
 * Refuses values by which the provider would read a file of the machine, such as
 * the credentials, and lay it where the team can read it.
 */
export async function judgePaths({ changes, root, folder }) {
  for (const { address, type, change } of changes) {
    const refuse = value => {
      throw new Refusal(
        `${address} names the file ${value}, which isn't one of what was built`,
        1,
      );
    };
    const { after, after_unknown: unknown } = change;
    for (const [name, value] of Object.entries(after ?? {})) {
      if (
        (NAMES_A_FILE.test(name) ||
          (name === 'source' && SOURCE_IS_A_FILE.test(type))) &&
        typeof value === 'string' &&
        (value.startsWith('~') || !isInside(root, resolve(folder, value)))
      ) {
        refuse(value);
      }
    }
    for (const name of Object.keys(unknown ?? {})) {
      if (
        unknown[name] === true &&
        (NAMES_A_FILE.test(name) ||
          (name === 'source' && SOURCE_IS_A_FILE.test(type)))
      ) {
        refuse(`of ${name}, which isn't known yet and`);
      }
    }
    for (const value of textsIn(after)) {
      if (await isOfTheMachine(root, folder, value)) {
        refuse(value);
      }
    }
  }
}

const isInside = (root, path) => relative(root, path).split('/')[0] !== '..';

function textsIn(value) {
  if (typeof value === 'string') {
    return [value];
  }
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(textsIn)
    : [];
}

async function isOfTheMachine(root, folder, value) {
  if (value.startsWith('~/')) {
    return true;
  }
  if (!/^\/|(^|\/)\.\.\//.test(value) || value.length > 4096) {
    return false;
  }
  const path = resolve(folder, value);
  if (isInside(root, path) || HARMLESS.test(path)) {
    return false;
  }
  // What runs only later isn't there yet.
  if (/^\/(proc|dev\/fd)\//.test(path)) {
    return true;
  }
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isDirectory();
}
