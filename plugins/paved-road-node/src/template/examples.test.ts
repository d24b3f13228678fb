import { readText } from '../__testUtils__/inputs';
import { exampleDocuments } from '../__testUtils__/repositoryDocuments';
import { GuardEngine } from '../engine/GuardEngine';
import { loadControlTowerPack } from '../packs/loadControlTowerPack';
import { pseudo } from './__testUtils__/resolve';
import { readTemplate } from './readTemplate';
import { resolveTemplate } from './resolveTemplate';

jest.setTimeout(120_000);

const templates = exampleDocuments()
  .filter(({ path }) => /^products\/.*\/v[^/]*\.yaml$/.test(path))
  .map(({ path, content }) => ({
    path,
    text: Buffer.from(content).toString('utf8'),
  }));

interface Parameter {
  Type: string;
  Default?: unknown;
  NoEcho?: boolean;
}

function parametersOf(text: string): [string, Parameter][] {
  return Object.entries(readTemplate(text).sections.Parameters) as [
    string,
    Parameter,
  ][];
}

/** Every name that a `Ref` or an `Fn::Sub` of the resources names. */
function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'Ref') {
      return [String(value)];
    }
    const named =
      key === 'Fn::Sub'
        ? [...JSON.stringify(value).matchAll(/\$\{([^}]*)\}/g)]
        : [];
    return [...named.map(([, name]) => name), ...namesIn(value)];
  });
}

describe('the example products', () => {
  it('are all there', () => {
    expect(templates.length).toBeGreaterThanOrEqual(8);
  });

  it.each(templates)('$path is resolved and read', async ({ text }) => {
    const parameters = Object.fromEntries(
      parametersOf(text)
        .filter(([, { Default }]) => Default === undefined)
        .map(([name, { Type }]) => [name, Type === 'Number' ? '1' : 'a-value']),
    );
    const { content, unresolved } = resolveTemplate(text, {
      parameters,
      pseudo,
    });
    const { Resources, Outputs } = JSON.parse(content);
    const open = parametersOf(text).filter(([, { NoEcho }]) => !NoEcho);
    expect(open.length).toBeGreaterThan(0);
    const left = namesIn([Resources, Outputs]);
    expect(open.filter(([name]) => left.includes(name))).toEqual([]);
    expect(unresolved).toEqual([]);

    const engine = new GuardEngine();
    const document = readText(content);
    const { rules } = await loadControlTowerPack();
    const files = engine.selectFiles(document, [
      ...new Map(
        rules.flatMap(rule => rule.files).map(file => [file.digest, file]),
      ).values(),
    ]);
    const evaluations = await engine.evaluate({ tasks: [{ document, files }] });
    const verdicts = evaluations.flatMap(({ outcomes }) =>
      Object.values(outcomes).map(({ verdict }) => verdict),
    );
    expect(verdicts).toContain('pass');
    expect(verdicts).not.toContain('unknown');
  });

  it('say what they lack where nothing is chosen', () => {
    const bucket = templates.find(({ path }) => path.includes('bucket'))!;
    const { unresolved } = resolveTemplate(bucket.text, {
      parameters: {},
      pseudo,
    });
    expect(unresolved).toContainEqual({
      resource: 'Bucket',
      propertyPath: '/Resources/Bucket/Properties/BucketName',
      reason: 'The parameter BucketPrefix has neither a value nor a default',
    });
  });
});
