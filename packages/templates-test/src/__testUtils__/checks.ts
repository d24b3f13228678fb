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

/** What production says of the documents: the verdict, and what is wrong. */
export async function checkInProduction(documents: TextFile[]) {
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
  return { verdict: report.verdict, wrong };
}

export function matching(files: TextFile[], patterns: string): TextFile[] {
  const matches = picomatch(patterns.split(',').map(glob => glob.trim()));
  return files.filter(({ path }) => matches(path));
}

/** The document as the pipeline hands it to CloudFormation. */
export function deployed({ path, content }: TextFile) {
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
