import { digestOf } from '../digest';
import { decodeText } from './decodeText';
import { detectFormat } from './detectFormat';
import { DocumentError } from './DocumentError';
import { locateResource } from './locateResource';
import { certainType } from './certainType';
import { parseYaml } from './parseYaml';
import { sliceResources } from './ResourceSlices';
import {
  DocumentLimits,
  InputDocument,
  ReadDocument,
  UnreadableDocument,
} from './types';

/**
 * What a document may be at most unless told otherwise.
 *
 * @public
 */
export const defaultDocumentLimits: DocumentLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxDepth: 100,
};

/**
 * Reads a document and says what it is. What can't be read is answered with the
 * reason, never with an empty document.
 *
 * @public
 */
export function readDocument(
  input: InputDocument,
  limits: Partial<DocumentLimits> = {},
): ReadDocument | UnreadableDocument {
  const { path, content } = input;
  const digest = digestOf(content);
  const { maxBytes, maxDepth } = { ...defaultDocumentLimits, ...limits };
  try {
    if (content.length > maxBytes) {
      throw new DocumentError(
        `has ${content.length} bytes, more than the ${maxBytes} that are read`,
      );
    }
    const text = decodeText(content);
    const isJson = text.trimStart().startsWith('{');
    const { root, strings, resources } = parseYaml(text, maxDepth);
    const format = detectFormat(root, isJson);
    const slices = sliceResources(text, resources, key =>
      certainType(root, key, resources),
    );
    return {
      path,
      digest,
      format,
      text,
      textWith: types => slices?.textWith(types) ?? text,
      sizeWith: types => slices?.sizeWith(types) ?? text.length,
      // The engine has another parser; what is literally there counts too.
      mayHold: word => strings.has(word) || text.includes(word),
      resourceAt: propertyPath => locateResource(root, propertyPath),
    };
  } catch (error) {
    if (error instanceof DocumentError) {
      return { path, digest, format: 'unknown', error: error.message };
    }
    throw error;
  }
}
