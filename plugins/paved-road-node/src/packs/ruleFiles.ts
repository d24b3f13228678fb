import { digestOf } from '../digest';
import { findRuleDeclarations } from './guardSource';
import { locationOf, PackLinks } from './links';
import { Manifest } from './manifest';
import { rationalePathOf } from './packPaths';
import { Rationale } from './rationale';
import { PackRule, RuleFile } from './types';

/** The rules that one Guard file declares, with what is recorded of them. */
export function readRules(source: {
  path: string;
  text: string;
  manifest: Manifest;
  rationale: Rationale | undefined;
  links: PackLinks;
}): PackRule[] {
  const { path, text, manifest, rationale, links } = source;
  const declarations = findRuleDeclarations(text);
  const ruleNames = [...new Set(declarations.map(({ name }) => name))];
  const file: RuleFile = { path, text, digest: digestOf(text), ruleNames };
  const fields = rationale?.fields ?? {};
  const controls = fields.controls ?? [];
  const rationalePath = rationalePathOf(path);
  return ruleNames.map(name => ({
    id: `${manifest.id}/${name}`,
    pack: manifest.id,
    name,
    title: fields.title ?? name,
    severity: fields.severity,
    owner: fields.owner ?? manifest.owner,
    rationale: rationale?.why,
    hasRationale: rationale?.why !== undefined,
    remediation: fields.remediation,
    resourceTypes: fields.resourceTypes ?? [],
    frameworks: [...new Set(controls.map(({ framework }) => framework))],
    controls,
    objectives: [],
    references: fields.references ?? [],
    decidedOn: fields.decidedOn,
    decidedBy: fields.decidedBy,
    reviewBy: fields.reviewBy,
    enforcement: fields.enforcement ?? {},
    examples: [],
    source: locationOf(
      path,
      declarations.find(declared => declared.name === name)?.line,
      links,
    ),
    // A file that is still to be written can't be looked at.
    rationaleSource: locationOf(
      rationalePath,
      undefined,
      rationale ? links : {},
    ),
    proposeChanges: manifest.proposeChanges,
    files: [file],
  }));
}
