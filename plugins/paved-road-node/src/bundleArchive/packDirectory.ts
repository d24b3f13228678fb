import { dump } from 'js-yaml';
import { MANIFEST, rationalePathOf } from '../packs/packPaths';
import { Pack, PackRule } from '../packs/types';

/**
 * A pack's files as they would lie in a directory, by their paths: the rules,
 * and what is said of them as far as front matter has a field for it.
 */
export function toPackDirectory(pack: Pack): Map<string, string> {
  const { id, title, version, owner, proposeChanges } = pack;
  const files = new Map([
    [MANIFEST, dump(present({ id, title, version, owner, proposeChanges }))],
  ]);
  const add = (path: string, text: string) => {
    if ((files.get(path) ?? text) !== text) {
      throw new Error(`The pack '${id}' holds two files at '${path}'`);
    }
    files.set(path, text);
  };
  for (const rule of pack.rules) {
    rule.files.forEach(({ path, text }) => add(path, text));
    const rationale = rationaleText(rule);
    const path = rationalePathOf(rule.source.path);
    // The rules of one file share what is recorded beside it.
    if (rationale && !files.has(path)) {
      files.set(path, rationale);
    }
  }
  return files;
}

function rationaleText(rule: PackRule): string | undefined {
  const fields = present({
    title: rule.title === rule.name ? undefined : rule.title,
    severity: rule.severity,
    owner: rule.owner,
    resourceTypes: rule.resourceTypes,
    enforcement: rule.enforcement,
    controls: rule.controls,
    decidedOn: rule.decidedOn,
    decidedBy: rule.decidedBy,
    reviewBy: rule.reviewBy,
    remediation: rule.remediation,
    references: rule.references,
  });
  if (Object.keys(fields).length === 0 && rule.rationale === undefined) {
    return undefined;
  }
  return `---\n${dump(fields, { noRefs: true })}---\n\n${
    rule.rationale ?? ''
  }\n`;
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        (typeof value !== 'object' || Object.keys(value ?? {}).length > 0),
    ),
  );
}
