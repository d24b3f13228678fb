import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  checkDocuments,
  defaultEnvironment,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { blocks, loadBundle, rulesWith } from './__testUtils__/checks';
import {
  documentsAnnotation,
  ExampleService,
  readDocuments,
  readServices,
} from './__testUtils__/examples';
import { expectedServices } from './__testUtils__/expected';

const engine = new GuardEngine();
let bundle: Bundle;
let services: Map<string, ExampleService>;

beforeAll(async () => {
  bundle = await loadBundle();
  services = new Map(
    (await readServices()).map(service => [service.name, service] as const),
  );
});

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
    expect(blocks(report)).toBe(expected.blocks ?? false);
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
