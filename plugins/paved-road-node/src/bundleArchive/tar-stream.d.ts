/** As much as is used here of a package that brings no types. */
declare module 'tar-stream' {
  import { Readable, Writable } from 'node:stream';

  interface Header {
    name: string;
    type?: string | null;
    mode?: number;
    uid?: number;
    gid?: number;
    mtime?: Date;
  }

  interface Pack extends Readable {
    entry(header: Header, content: Buffer): void;
    finalize(): void;
  }

  interface Extract extends Writable {
    on(
      event: 'entry',
      listener: (header: Header, content: Readable, next: () => void) => void,
    ): this;
  }

  export function pack(): Pack;
  export function extract(): Extract;
}
