import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A file without a name, for what a process reads and prints: only those who
 * hold it open can read it, and it is gone with the last of them, however that
 * ends. The engine prints some bytes at a time; through a pipe each of these
 * would wake this process up.
 */
export class ScratchFile {
  readonly fd: number;

  /** @throws the operating system's error where the temporary directory takes no files. */
  constructor() {
    const path = join(tmpdir(), `paved-road-${randomUUID()}`);
    this.fd = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  get size(): number {
    return fstatSync(this.fd).size;
  }

  /** Leaves the place at the start, from where the next reader reads. */
  write(text: string): void {
    const content = Buffer.from(text);
    for (let done = 0; done < content.length; ) {
      done += writeSync(this.fd, content, done, content.length - done, done);
    }
  }

  /** @param limit - how many bytes at most */
  read(limit: number): string {
    const content = Buffer.alloc(Math.min(this.size, limit));
    let done = 0;
    while (done < content.length) {
      const count = readSync(
        this.fd,
        content,
        done,
        content.length - done,
        done,
      );
      if (count === 0) {
        break;
      }
      done += count;
    }
    return content.toString('utf8', 0, done);
  }

  close(): void {
    closeSync(this.fd);
  }
}
