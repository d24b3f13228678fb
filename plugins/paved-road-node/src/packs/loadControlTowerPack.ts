import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { severitySchema } from '@paved-road/backstage-plugin-paved-road-common';
import { digestOf } from '../digest';
import { findRuleDeclarations } from './guardSource';
import { Pack, PackRule } from './types';

const PACK_ID = 'control-tower';

/** What is read of AWS's metadata of a control. */
const metadataSchema = z.object({
  Id: z.string(),
  DisplayName: z.string(),
  Description: z.string(),
  Severity: z.string(),
  RemediationMessage: z.string().optional(),
  ReleaseDate: z.string().optional(),
  EvaluatedResourceTypes: z.array(z.string()).default([]),
  Objectives: z.array(z.object({ Name: z.string() })).default([]),
  ComplianceFrameworkMappings: z
    .array(
      z.object({ ComplianceFramework: z.string(), Ids: z.array(z.string()) }),
    )
    .default([]),
  DocumentationReferences: z
    .array(z.object({ DisplayName: z.string(), Url: z.string() }))
    .default([]),
});

/**
 * AWS Control Tower's proactive rules with all that AWS says of them, read from
 * the npm package that also brings the engine.
 *
 * @public
 */
export async function loadControlTowerPack(): Promise<Pack> {
  const manifest = require.resolve(
    '@cdklabs/cdk-validator-cfnguard/package.json',
  );
  const root = join(dirname(manifest), 'rules', 'control-tower');
  const sources = join(root, 'cfn-guard');
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const paths = (await readdir(sources, { recursive: true }))
    .filter(path => path.endsWith('.guard'))
    .sort();
  const rules = await Promise.all(
    paths.map(async path => {
      const text = await readFile(join(sources, path), 'utf8');
      const about = metadataSchema.parse(
        JSON.parse(
          await readFile(
            join(root, 'metadata', path.replace(/\.guard$/, '.metadata.json')),
            'utf8',
          ).catch(() =>
            readFile(
              join(root, 'metadata', path.replace(/\.guard$/, '.json')),
              'utf8',
            ),
          ),
        ),
      );
      return toRules(relative(root, join(sources, path)), text, about);
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

function toRules(
  path: string,
  text: string,
  about: z.infer<typeof metadataSchema>,
): PackRule[] {
  const declarations = findRuleDeclarations(text);
  const ruleNames = [...new Set(declarations.map(({ name }) => name))];
  const file = {
    path: path.split(sep).join('/'),
    text,
    digest: digestOf(text),
    ruleNames,
  };
  const controls = about.ComplianceFrameworkMappings.map(mapping => ({
    framework: mapping.ComplianceFramework,
    clauses: mapping.Ids,
  }));
  return ruleNames.map(name => ({
    id: `${PACK_ID}/${name}`,
    pack: PACK_ID,
    name,
    alias: about.Id,
    title: about.DisplayName,
    description: about.Description,
    severity: severitySchema.parse(about.Severity.toLowerCase()),
    rationale: about.Description,
    hasRationale: true,
    remediation: about.RemediationMessage,
    resourceTypes: about.EvaluatedResourceTypes,
    frameworks: controls.map(({ framework }) => framework),
    controls,
    objectives: about.Objectives.map(({ Name }) => Name),
    references: about.DocumentationReferences.map(({ DisplayName, Url }) => ({
      title: DisplayName,
      url: Url,
    })),
    decidedOn: about.ReleaseDate,
    enforcement: {},
    examples: [],
    source: {
      path: file.path,
      line: declarations.find(declared => declared.name === name)?.line,
    },
    files: [file],
  }));
}
