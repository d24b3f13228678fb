import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Where a release lies in a bucket; nothing outside is ever touched. */
function folderOf(release: string): string {
  if (
    !/^[a-zA-Z0-9][a-zA-Z0-9._-]*(\/[a-zA-Z0-9][a-zA-Z0-9._-]*)*$/.test(release)
  ) {
    throw new Error('This is not the name of a release');
  }
  return `releases/${release}/`;
}

/** Puts all files below the directory into the bucket, as a release of its own. */
export async function publish(
  client: S3Client,
  bucket: string,
  release: string,
  directory: string,
): Promise<number> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(directory, join(entry.parentPath, entry.name)));
  for (const file of files) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: `${folderOf(release)}${file}`,
        Body: await readFile(join(directory, file)),
        ContentType: TYPES[extname(file)] ?? 'application/octet-stream',
        // The names of assets change with what is in them; those of pages don't.
        CacheControl: file.startsWith('assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      }),
    );
  }
  return files.length;
}

/** Fails where the release isn't there. */
export async function expectPublished(
  client: S3Client,
  bucket: string,
  release: string,
): Promise<void> {
  await client.send(
    new HeadObjectCommand({
      Bucket: bucket,
      Key: `${folderOf(release)}index.html`,
    }),
  );
}

/** Takes a release away that nobody is led to any more. */
export async function withdraw(
  client: S3Client,
  bucket: string,
  release: string,
): Promise<void> {
  let token: string | undefined;
  do {
    const found = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: folderOf(release),
        ContinuationToken: token,
      }),
    );
    for (const { Key } of found.Contents ?? []) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    }
    token = found.NextContinuationToken;
  } while (token);
}
