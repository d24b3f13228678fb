import { InputError } from '@backstage/errors';
import { maxBundleArchiveBytes } from '@paved-road/backstage-plugin-paved-road-node';
import { Errand } from './errand';

/** @throws InputError where there is more of it than any bundle has. */
export async function readBody(
  { body }: Response,
  { consequence }: Errand,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBundleArchiveBytes) {
      throw new InputError(
        `The portal answers with more than the ${maxBundleArchiveBytes} bytes that are read, ${consequence}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
