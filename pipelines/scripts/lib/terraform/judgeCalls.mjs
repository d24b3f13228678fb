import { Refusal } from '../Refusal.mjs';
import { modulePathOf } from './literal.mjs';

/**
 * Refuses functions that read files, but for those beside the module: Terraform
 * itself would read whatever file of the machine is named, also the credentials.
 *
 * @returns the files that are templates, as `/…` below the module
 */
export function judgeCalls(tokens, file, { inTemplate = false } = {}) {
  const said = tokens.filter(({ type }) => type !== 'newline');
  const templates = [];
  for (const [index, { type, value, line }] of said.entries()) {
    if (
      type !== 'name' ||
      said[index + 1]?.value !== '(' ||
      !/file|^templatestring$/.test(value)
    ) {
      continue;
    }
    const path = modulePathOf(said.slice(index + 2));
    if (
      inTemplate ||
      path === undefined ||
      value === 'fileset' ||
      value === 'templatestring'
    ) {
      throw new Refusal(
        `${file}:${line} has ${value}(…), by which any file could be read where the credentials are. Files beside the module can be named in full: file("\${path.module}/…")`,
        1,
      );
    }
    if (value === 'templatefile') {
      templates.push(path);
    }
  }
  return templates;
}
