import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fromRoot } from '../scripts/lib/paths.mjs';
import { measure } from './measure.mjs';

const require = createRequire(import.meta.url);
const guardPackage = dirname(
  require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'),
);
const rulesDirectory = join(
  guardPackage,
  'rules',
  'control-tower',
  'cfn-guard',
);
const systems = { linux: 'ubuntu', darwin: 'macos' };
const processors = { x64: 'x86_64', arm64: 'aarch64' };
const guardBinary = join(
  guardPackage,
  'bin',
  systems[process.platform],
  processors[process.arch],
  'cfn-guard',
);

const RAW_FAILED = 19;
const BLOCKED = 1;

/** From what weighs most: a name that several rules of a file share fails if one of them does. */
const verdictLists = [
  ['fail', 'not_compliant'],
  ['pass', 'compliant'],
  ['skip', 'not_applicable'],
];

const baseName = path => path.split('/').at(-1);

/** The verdict of each pair, by `document rule`, as the engine itself says it. */
function rawVerdicts(output) {
  const verdicts = new Map();
  for (const entry of JSON.parse(readFileSync(output, 'utf8'))) {
    for (const [verdict, list] of verdictLists) {
      for (const item of entry[list]) {
        const pair = `${baseName(entry.name)} ${item.Rule?.name ?? item}`;
        verdicts.set(pair, verdicts.get(pair) ?? verdict);
      }
    }
  }
  return verdicts;
}

function ourVerdicts(output) {
  return new Map(
    JSON.parse(readFileSync(output, 'utf8')).documents.flatMap(document =>
      document.results.map(({ rule, verdict }) => [
        `${baseName(document.path)} ${baseName(rule)}`,
        verdict,
      ]),
    ),
  );
}

/**
 * Our check against the engine alone: one cold process each, over the same
 * documents and all rules. Answers both measures, how many pairs of document and
 * rule there are, and those on which the two disagree.
 */
export async function coldCheck(documents, directory) {
  for (const { name, text } of documents) {
    writeFileSync(join(directory, name), text);
  }
  const rawOutput = `${directory}.raw.json`;
  const ourOutput = `${directory}.our.json`;
  const ours = await measure(
    [
      process.execPath,
      fromRoot('packages/cli/bin/paved-road'),
      'check',
      directory,
      '--pack',
      'control-tower',
      '--format',
      'json',
    ],
    { output: ourOutput, accept: [0, BLOCKED] },
  );
  const raw = await measure(
    [
      guardBinary,
      'validate',
      '--rules',
      rulesDirectory,
      '--data',
      directory,
      '--structured',
      '-o',
      'json',
      '-S',
      'none',
    ],
    { output: rawOutput, accept: [0, RAW_FAILED] },
  );
  const expected = rawVerdicts(rawOutput);
  const reached = ourVerdicts(ourOutput);
  const different = [
    ...new Set([...expected.keys(), ...reached.keys()]),
  ].filter(pair => expected.get(pair) !== reached.get(pair));
  return { ours, raw, pairs: expected.size, different };
}
