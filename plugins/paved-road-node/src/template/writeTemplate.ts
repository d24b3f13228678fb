import { InputError } from '@backstage/errors';
import { defaultDocumentLimits, readDocument } from '../documents/readDocument';

const { maxBytes } = defaultDocumentLimits;

/**
 * The template as JSON that the policy engine reads.
 *
 * @throws InputError where it would read none, naming why.
 */
export function writeTemplate(root: Record<string, unknown>): string {
  checkSize(root);
  const content = JSON.stringify(root, undefined, 2);
  const document = readDocument({
    path: 'template',
    content: Buffer.from(content),
  });
  if ('error' in document) {
    throw new InputError(
      `The template with its values put in ${document.error}`,
    );
  }
  return content;
}

/** Looked at before it is written, since a value may be put in at many places. */
function checkSize(root: unknown): void {
  let size = 0;
  const visit = (node: unknown, indent: number): void => {
    size += indent + (typeof node === 'string' ? node.length : 0);
    if (size > maxBytes) {
      throw new InputError(
        `The template has more than the ${maxBytes} bytes that are read when its values are put in`,
      );
    }
    if (typeof node === 'number' && !Number.isFinite(node)) {
      throw new InputError(
        `The template holds ${node}, which JSON can't write: put it in quotes`,
      );
    }
    if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        size += key.length;
        visit(value, indent + 2);
      }
    }
  };
  visit(root, 1);
}
