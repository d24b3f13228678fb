import { digestOf } from '../digest';
import { findRuleDeclarations } from './guardSource';
import { Pack, PackRule } from './types';

/** @public */
export interface LoadPackFilesOptions {
  /** Paths relative to the pack's root, with forward slashes. */
  files: { path: string; text: string }[];
  /** The pack's id where no `pack.yaml` gives one. */
  fallbackId: string;
  viewUrl?: string;
  editUrl?: string;
}

/**
 * The pack that a tree of files holds.
 *
 * @public
 */
export function loadPackFiles(options: LoadPackFilesOptions): Pack {
  const { fallbackId: id } = options;
  const rules = new Map<string, PackRule>();
  for (const { path, text } of options.files) {
    if (!path.endsWith('.guard')) {
      continue;
    }
    const declarations = findRuleDeclarations(text);
    const ruleNames = [...new Set(declarations.map(({ name }) => name))];
    const file = { path, text, digest: digestOf(text), ruleNames };
    for (const name of ruleNames) {
      const known = rules.get(name);
      if (known) {
        known.files.push(file);
        continue;
      }
      rules.set(name, {
        id: `${id}/${name}`,
        pack: id,
        name,
        title: name,
        resourceTypes: [],
        frameworks: [],
        controls: [],
        objectives: [],
        references: [],
        hasRationale: false,
        enforcement: {},
        examples: [],
        source: {
          path,
          line: declarations.find(declared => declared.name === name)?.line,
        },
        files: [file],
      });
    }
  }
  return { id, title: id, rules: [...rules.values()], problems: [] };
}
