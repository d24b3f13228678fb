import {
  CheckReport,
  DocumentReport,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  checkDocuments,
  GuardEngine,
  ResolvedTemplate,
  resolveTemplate,
} from '@paved-road/backstage-plugin-paved-road-node';
import { blocks, loadBundle, rulesWith } from './__testUtils__/checks';
import { expectedProducts } from './__testUtils__/expectedProducts';
import { ExampleProduct, readProducts } from './__testUtils__/products';

const engine = new GuardEngine();
let bundle: Bundle;
let products: Map<string, ExampleProduct>;

beforeAll(async () => {
  bundle = await loadBundle();
  products = new Map(
    (await readProducts()).map(product => [product.folder, product] as const),
  );
});

it('expects something of every version of every product', () => {
  const offered = [...products.values()].map(({ folder, versions }) => [
    folder,
    [...versions.keys()].sort(),
  ]);
  const expected = Object.entries(expectedProducts).map(
    ([folder, { versions }]) => [folder, Object.keys(versions).sort()],
  );
  expect(Object.fromEntries(offered)).toEqual(Object.fromEntries(expected));
});

it('offers every template that lies in a product’s folder', () => {
  for (const { folder, leftOver } of products.values()) {
    expect([folder, leftOver]).toEqual([folder, []]);
  }
});

const versions = Object.entries(expectedProducts).flatMap(([folder, product]) =>
  Object.entries(product.versions).map(([version, fails]) => ({
    folder,
    version,
    values: product.values,
    fails,
  })),
);

describe.each(versions)(
  '$folder $version in production',
  ({ folder, version, values, fails }) => {
    let resolved: ResolvedTemplate;
    let report: CheckReport;
    let document: DocumentReport;

    beforeAll(async () => {
      resolved = resolveTemplate(
        products.get(folder)?.versions.get(version) ?? '',
        {
          parameters: values,
          pseudo: {
            accountId: '444455556666',
            region: 'eu-central-1',
            partition: 'aws',
            urlSuffix: 'amazonaws.com',
          },
        },
      );
      report = await checkDocuments({
        engine,
        bundle,
        documents: [
          { path: 'template.json', content: Buffer.from(resolved.content) },
        ],
        environment: 'production',
      });
      [document] = report.documents;
    }, 60_000);

    it('is known as a whole before the launch', () => {
      expect(resolved.unresolved).toEqual([]);
      expect(rulesWith(document, 'unknown')).toEqual([]);
    });

    it(`fails ${fails.length || 'no'} rules, and no others`, () => {
      expect(rulesWith(document, 'fail')).toEqual(fails);
      expect(report.verdict).toBe(fails.length ? 'fail' : 'pass');
    });

    it(`has ${fails.length ? 'something' : 'nothing'} that blocks`, () => {
      expect(blocks(report)).toBe(fails.length > 0);
    });
  },
);
