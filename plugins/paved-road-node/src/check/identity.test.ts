import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import { rawResults } from '../__testUtils__/rawResults';
import {
  exampleDocuments,
  repositoryRoot,
  unitTestDocuments,
} from '../__testUtils__/repositoryDocuments';
import { readDocument } from '../documents/readDocument';
import { InputDocument } from '../documents/types';
import { GuardEngine } from '../engine/GuardEngine';
import { createBundle } from '../packs/createBundle';
import { loadControlTowerPack } from '../packs/loadControlTowerPack';
import { loadPackDirectory } from '../packs/loadPackDirectory';
import { Pack } from '../packs/types';
import { checkDocuments } from './checkDocuments';
import { filesOf } from './chooseRules';

jest.setTimeout(600_000);

/** Of the documents that the bench measures with. */
function generatedDocuments(count: number): InputDocument[] {
  const script = `
    import { generateDocuments } from './bench/generateDocuments.mjs';
    process.stdout.write(JSON.stringify(generateDocuments(${count})));
  `;
  const json = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 1024 ** 3 },
  );
  return JSON.parse(json).map((document: { name: string; text: string }) => ({
    path: document.name,
    content: Buffer.from(document.text),
  }));
}

/** What the engine says with all rules of a pack, of each document. */
async function rawOf(pack: Pack, documents: InputDocument[]) {
  const read = documents.map(input => {
    const document = readDocument(input);
    if ('error' in document) {
      throw new Error(`${input.path} ${document.error}`);
    }
    return document;
  });
  const rules = filesOf(pack.rules).map(file => file.text);
  const middle = Math.ceil(read.length / 2);
  const raw = await Promise.all([
    rawResults(rules, read.slice(0, middle)),
    rawResults(rules, read.slice(middle)),
  ]);
  return raw.flat().map(results => Object.fromEntries(results));
}

function resultsOf(report: CheckReport, pack: Pack) {
  return report.documents.map(({ results }) =>
    Object.fromEntries(
      results
        .filter(({ rule }) => rule.startsWith(`${pack.id}/`))
        .map(({ rule, verdict, findings }) => [
          rule.slice(pack.id.length + 1),
          { verdict, findings },
        ]),
    ),
  );
}

describe('checkDocuments', () => {
  it('gives the verdicts and findings of the engine with all rules, on every document there is', async () => {
    const packs = [
      await loadControlTowerPack(),
      await loadPackDirectory({ directory: join(repositoryRoot, 'policies') }),
    ];
    const documents = [
      ...exampleDocuments(),
      ...packs.flatMap(unitTestDocuments),
      ...generatedDocuments(8),
    ];
    const report = await checkDocuments({
      engine: new GuardEngine(),
      bundle: createBundle({ packs }),
      documents,
      environment: 'production',
    });
    const readable = documents.filter(
      (_, index) => !report.documents[index].error,
    );
    const read = {
      ...report,
      documents: report.documents.filter(({ error }) => !error),
    };
    expect(readable.length).toBeGreaterThan(40);
    for (const pack of packs) {
      expect(resultsOf(read, pack)).toEqual(await rawOf(pack, readable));
    }
  });
});
