import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { digestOf } from '../digest';
import {
  ControlTowerMetadata,
  controlTowerMetadataSchema,
  factsOf,
} from './controlTowerMetadata';
import { findRuleDeclarations } from './guardSource';
import { Pack, PackRule, RuleFile } from './types';

const PACK_ID = 'control-tower';

/**
 * AWS Control Tower's proactive rules with all that AWS says of them, read from
 * the npm package that also brings the engine.
 *
 * AWS says what each rule checks and which objectives it serves, but not why it
 * was decided; so none of them has a rationale.
 *
 * @public
 */
export async function loadControlTowerPack(): Promise<Pack> {
  const manifest = require.resolve(
    '@cdklabs/cdk-validator-cfnguard/package.json',
  );
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const root = join(dirname(manifest), 'rules', 'control-tower');
  const sources = join(root, 'cfn-guard');
  const paths = (await readdir(sources, { recursive: true })).filter(path =>
    path.endsWith('.guard'),
  );
  const rules = await Promise.all(
    paths.sort().map(async path => {
      const about = join(
        root,
        'metadata',
        path.replace(/\.guard$/, '.metadata.json'),
      );
      return readRules(
        ['cfn-guard', ...path.split(sep)].join('/'),
        await readFile(join(sources, path), 'utf8'),
        controlTowerMetadataSchema.parse(
          JSON.parse(await readFile(about, 'utf8')),
        ),
      );
    }),
  );
  return {
    id: PACK_ID,
    title: 'AWS Control Tower proactive controls',
    version,
    proposeChanges:
      'These rules are AWS’s own; propose changes to AWS Control Tower through AWS Support.',
    rules: rules.flat(),
    problems: [],
  };
}

function readRules(
  path: string,
  text: string,
  about: ControlTowerMetadata,
): PackRule[] {
  const declarations = findRuleDeclarations(text);
  const ruleNames = [...new Set(declarations.map(({ name }) => name))];
  const file: RuleFile = { path, text, digest: digestOf(text), ruleNames };
  const controls = about.ComplianceFrameworkMappings.map(
    ({ ComplianceFramework, Ids }) => ({
      framework: ComplianceFramework,
      clauses: Ids,
    }),
  );
  return ruleNames.map(name => ({
    id: `${PACK_ID}/${name}`,
    pack: PACK_ID,
    name,
    alias: about.Id,
    title: about.DisplayName,
    description: about.Description,
    severity: about.Severity,
    hasRationale: false,
    remediation: about.RemediationMessage,
    resourceTypes: about.EvaluatedResourceTypes,
    frameworks: controls.map(({ framework }) => framework),
    controls,
    objectives: about.Objectives.map(({ Name }) => Name),
    references: about.DocumentationReferences.map(({ DisplayName, Url }) => ({
      title: DisplayName,
      url: Url,
    })),
    facts: factsOf(about),
    decidedOn: about.ReleaseDate,
    decidedBy: about.ControlOwner,
    enforcement: {},
    examples: [],
    source: {
      path,
      line: declarations.find(declared => declared.name === name)?.line,
    },
    files: [file],
  }));
}
