import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { InputError, toError } from '@backstage/errors';
import { extract, pack } from 'tar-stream';
import { requireSafePath } from '../packs/packPaths';
import { maxBundleArchiveBytes } from './limits';

const MAX_UNPACKED_BYTES = 96 * 1024 * 1024;
const MAX_FILES = 25_000;
const CHUNK = 64 * 1024;
const GZIP_OS_BYTE = 9;
const OS_UNKNOWN = 255;

/** Packs files, so that the same files are the same bytes wherever they are packed. */
export async function packTarball(
  files: ReadonlyMap<string, string>,
): Promise<Buffer> {
  const tar = pack();
  for (const name of [...files.keys()].sort()) {
    tar.entry(
      { name, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) },
      Buffer.from(files.get(name)!),
    );
  }
  tar.finalize();
  const bytes = await promisify(gzip)(await buffer(tar), { level: 9 });
  bytes[GZIP_OS_BYTE] = OS_UNKNOWN;
  return bytes;
}

/**
 * The files of a stranger's archive, in memory alone.
 *
 * @throws InputError for one that is too large, that can't be read, or that
 * holds anything but regular files at paths within it, each once.
 */
export async function unpackTarball(
  bytes: Uint8Array,
): Promise<Map<string, Buffer>> {
  if (bytes.length > maxBundleArchiveBytes) {
    throw new InputError(
      `The archive has more than the ${maxBundleArchiveBytes} bytes that are read`,
    );
  }
  const files = new Map<string, Buffer>();
  const tar = extract();
  tar.on('entry', ({ name, type }, content, next) => {
    const problem = problemOf(name, type, files);
    if (problem) {
      tar.destroy(problem);
      return;
    }
    buffer(content).then(
      read => {
        files.set(name, read);
        next();
      },
      error => tar.destroy(error),
    );
  });
  try {
    await pipeline(Readable.from(chunksOf(await unzip(bytes))), tar);
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(`The archive can't be read: ${toError(error).message}`);
  }
  return files;
}

async function unzip(bytes: Uint8Array): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, {
      maxOutputLength: MAX_UNPACKED_BYTES,
    });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new InputError(
          `The archive holds more than the ${MAX_UNPACKED_BYTES} bytes that are read`,
        )
      : error;
  }
}

/** In pieces, since the parser goes a level deeper with each header of a piece. */
function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK) {
    yield bytes.subarray(start, start + CHUNK);
  }
}

function problemOf(
  name: string,
  type: string | null | undefined,
  files: ReadonlyMap<string, Buffer>,
): Error | undefined {
  const shown = JSON.stringify(name);
  if (type !== 'file') {
    return new InputError(
      `The archive holds ${shown}, which is no regular file but a ${type}`,
    );
  }
  if (files.has(name)) {
    return new InputError(`The archive holds ${shown} twice`);
  }
  if (files.size >= MAX_FILES) {
    return new InputError(`The archive holds more than ${MAX_FILES} files`);
  }
  try {
    requireSafePath(name);
    return undefined;
  } catch (error) {
    return toError(error);
  }
}
