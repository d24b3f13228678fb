import { join } from 'node:path';
import {
  Bundle,
  checkDocuments,
  createBundle,
  GuardEngine,
  loadControlTowerPack,
  loadPackDirectory,
  resolveTemplate,
} from '@paved-road/backstage-plugin-paved-road-node';
import picomatch from 'picomatch';
import { pipelineParameters } from './answers';
import { rootDirectory, TextFile } from './goldenPaths';

const engine = new GuardEngine();
let bundle: Promise<Bundle> | undefined;

async function loadBundle(): Promise<Bundle> {
  const packs = await Promise.all([
    loadControlTowerPack(),
    loadPackDirectory({ directory: join(rootDirectory, 'policies') }),
  ]);
  return createBundle({ packs });
}

const said = new Map<string, ReturnType<typeof check>>();

/**
 * What production says of the documents: the verdict, what is wrong, and the
 * rules that all which they apply to satisfies. What was asked before, of the same
 * documents, isn't asked again.
 */
export function checkInProduction(documents: TextFile[]) {
  const key = JSON.stringify(documents);
  const answer = said.get(key) ?? check(documents);
  said.set(key, answer);
  return answer;
}

async function check(documents: TextFile[]) {
  bundle ??= loadBundle();
  const report = await checkDocuments({
    engine,
    bundle: await bundle,
    documents: documents.map(({ path, content }) => ({
      path,
      content: Buffer.from(content),
    })),
    environment: 'production',
  });
  const wrong = report.documents.flatMap(({ path, results }) =>
    results
      .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip')
      .map(({ rule, verdict }) => `${path}: ${rule} ${verdict}`),
  );
  const rulesThat = (...verdicts: string[]) =>
    new Set(
      report.documents.flatMap(({ results }) =>
        results
          .filter(({ verdict }) => verdicts.includes(verdict))
          .map(({ rule }) => rule),
      ),
    );
  const unsatisfied = rulesThat('fail', 'unknown', 'exempt');
  const satisfied = [...rulesThat('pass')]
    .filter(rule => !unsatisfied.has(rule))
    .sort();
  return { verdict: report.verdict, wrong, satisfied };
}

export function matching(files: TextFile[], patterns: string): TextFile[] {
  const matches = picomatch(patterns.split(',').map(glob => glob.trim()));
  return files.filter(({ path }) => matches(path));
}

/** The document as the pipeline hands it to CloudFormation; a plan as it is. */
export function deployed({ path, content }: TextFile) {
  if (path.endsWith('plan.json')) {
    return { document: { path, content }, unresolved: [] };
  }
  const { content: text, unresolved } = resolveTemplate(content, {
    parameters: pipelineParameters,
    pseudo: {
      accountId: '444455556666',
      region: 'eu-central-1',
      partition: 'aws',
      urlSuffix: 'amazonaws.com',
    },
  });
  return {
    document: { path: `${path}.json`, content: text },
    unresolved,
  };
}
