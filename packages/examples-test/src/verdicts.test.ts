import { join } from 'node:path';
import {
  CheckReport,
  DocumentReport,
  Verdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  checkDocuments,
  createBundle,
  defaultEnvironment,
  GuardEngine,
  loadControlTowerPack,
  loadPackDirectory,
} from '@paved-road/backstage-plugin-paved-road-node';
import {
  documentsAnnotation,
  ExampleService,
  readDocuments,
  readServices,
  rootDirectory,
} from './__testUtils__/examples';
import { expectedServices } from './__testUtils__/expected';

const engine = new GuardEngine();
let bundle: Bundle;
let services: Map<string, ExampleService>;

beforeAll(async () => {
  const packs = await Promise.all([
    loadControlTowerPack(),
    loadPackDirectory({ directory: join(rootDirectory, 'policies') }),
  ]);
  bundle = createBundle({ packs });
  services = new Map(
    (await readServices()).map(service => [service.name, service] as const),
  );
});

const rulesWith = (document: DocumentReport, verdict: Verdict) =>
  document.results
    .filter(result => result.verdict === verdict)
    .map(({ rule }) => rule)
    .sort();

it('expects something of each service', () => {
  expect([...services.keys()].sort()).toEqual(
    Object.keys(expectedServices).sort(),
  );
});

describe.each(Object.entries(expectedServices))('%s', (name, expected) => {
  let report: CheckReport;

  beforeAll(async () => {
    report = await checkDocuments({
      engine,
      bundle,
      documents: (await readDocuments(services.get(name)!)) ?? [],
      environment: defaultEnvironment,
    });
  }, 60_000);

  it(`reaches the verdict ${expected.verdict}`, () => {
    expect(report.verdict).toBe(expected.verdict);
  });

  it(`has ${expected.blocks ? 'something' : 'nothing'} that blocks`, () => {
    const blocking = report.documents
      .flatMap(({ results }) => results)
      .filter(
        ({ verdict, enforcement }) =>
          verdict === 'fail' && enforcement === 'block',
      );
    expect(blocking.length > 0).toBe(expected.blocks ?? false);
  });

  it('fails the rules it is there to show, and no others', () => {
    const shown = report.documents.map(document => [
      document.path,
      {
        format: document.format,
        fails: rulesWith(document, 'fail'),
        error: document.error,
      },
    ]);
    expect(Object.fromEntries(shown)).toEqual(expected.documents ?? {});
    expect(documentsAnnotation(services.get(name)!) === undefined).toBe(
      expected.documents === undefined,
    );
  });

  it('leaves nothing open but what can’t be read', () => {
    for (const document of report.documents) {
      const unreadable = document.error !== undefined;
      expect(rulesWith(document, 'unknown')).toHaveLength(
        unreadable ? bundle.rules.size : 0,
      );
      expect(rulesWith(document, 'pass').length > 0).toBe(!unreadable);
    }
  });

  it('says for each failing rule where it found something', () => {
    for (const document of report.documents) {
      const silent = document.results
        .filter(({ verdict }) => verdict === 'fail')
        .filter(({ findings }) => !findings.some(({ line }) => line));
      expect(silent).toEqual([]);
    }
  });
});
