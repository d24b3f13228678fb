import { digestOf } from '../digest';
import { readDocument } from '../documents/readDocument';
import { ReadDocument } from '../documents/types';
import { findRuleDeclarations } from '../packs/guardSource';
import { RuleFile } from '../packs/types';

/** @throws Error for what can't be read. */
export function readText(content: string | Uint8Array): ReadDocument {
  const document = readDocument({
    path: 'document',
    content: typeof content === 'string' ? Buffer.from(content) : content,
  });
  if ('error' in document) {
    throw new Error(document.error);
  }
  return document;
}

export function ruleFile(text: string): RuleFile {
  const names = findRuleDeclarations(text).map(({ name }) => name);
  return {
    path: 'rule.guard',
    text,
    digest: digestOf(text),
    ruleNames: [...new Set(names)],
  };
}
