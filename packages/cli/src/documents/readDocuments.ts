import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  DocumentLimits,
  InputDocument,
  readDocument,
} from '@paved-road/backstage-plugin-paved-road-node';
import { FoundFile } from './findFiles';

/** Far more than any limit lets through, and little enough for any machine. */
const MAX_BYTES = 512 * 1024 * 1024;

/** What is to be checked, and how much of what was found is something else. */
export interface FoundDocuments {
  documents: InputDocument[];
  /** Files of directories and globs that are neither templates nor plans. */
  passedOver: string[];
}

/**
 * Reads files. Of those that were not named themselves, the ones that are
 * neither templates nor plans are passed over; one that is meant as a document
 * but can't be read stays, since its failure has to be seen.
 *
 * @throws InputError for a file that can't be opened.
 */
export async function readDocuments(options: {
  cwd: string;
  files: FoundFile[];
  limits: Partial<DocumentLimits>;
}): Promise<FoundDocuments> {
  const { cwd, files, limits } = options;
  const found: FoundDocuments = { documents: [], passedOver: [] };
  for (const { path, named } of files) {
    const document = {
      path,
      content: await readBytes(resolve(cwd, path), path),
    };
    if (named || isMeantAsDocument(document, limits)) {
      found.documents.push(document);
    } else {
      found.passedOver.push(path);
    }
  }
  return found;
}

async function readBytes(place: string, path: string): Promise<Uint8Array> {
  try {
    const file = await open(place);
    try {
      const { size } = await file.stat();
      if (size > MAX_BYTES) {
        throw new InputError(`has ${size} bytes, far more than are read`);
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      error instanceof InputError ? error.message : `can't be read: ${code}`;
    throw new InputError(`The document ${path} ${reason}`);
  }
}

const marks =
  /^(["']?)(?:AWSTemplateFormatVersion|Resources|resource_changes)\1\s*:|"(?:AWSTemplateFormatVersion|Resources|resource_changes)"\s*:/m;

function isMeantAsDocument(
  document: InputDocument,
  limits: Partial<DocumentLimits>,
): boolean {
  if (!('error' in readDocument(document, limits))) {
    return true;
  }
  // Latin 1 and no NULs: good enough to find words in any encoding.
  const text = Buffer.from(document.content)
    .toString('latin1')
    .replaceAll('\0', '');
  return marks.test(text);
}
