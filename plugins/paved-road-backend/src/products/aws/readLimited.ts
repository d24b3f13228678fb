import { toError } from '@backstage/errors';
import { TemplateError } from '../preflight/TemplateSource';

/** CloudFormation takes no larger ones: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MOST_BYTES = 1024 * 1024;

/** @throws TemplateError for more than CloudFormation takes, and where it breaks off. */
export async function readLimited(
  body: AsyncIterable<Uint8Array>,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) {
        throw new TemplateError(
          'The template of this version is larger than CloudFormation takes',
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof TemplateError) {
      throw error;
    }
    throw new TemplateError(
      `The template of this version broke off (${toError(error).name})`,
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}
