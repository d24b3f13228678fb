import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  Bundle,
  checkDocuments,
  createBundle,
  GuardEngine,
  loadControlTowerPack,
  loadPackDirectory,
} from '@paved-road/backstage-plugin-paved-road-node';
import { App, CfnGuardHook, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { pipelinesDirectory, rootDirectory } from './__testUtils__/root';
import {
  readText,
  resolved,
  resourcesOf,
  templates,
} from './__testUtils__/templates';

jest.setTimeout(120_000);

const engine = new GuardEngine();
let bundle: Bundle;

beforeAll(async () => {
  bundle = createBundle({
    packs: await Promise.all([
      loadControlTowerPack(),
      loadPackDirectory({ directory: join(rootDirectory, 'policies') }),
    ]),
  });
});

it('leaves no template out', () => {
  const found = readdirSync(pipelinesDirectory, { recursive: true })
    .map(String)
    .filter(path => /^[a-z-]+\/[\w-]+\.yaml$/.test(path))
    .filter(path => readText(path).startsWith('AWSTemplateFormatVersion'));
  expect(found.sort()).toEqual(Object.keys(templates).sort());
});

describe.each(Object.keys(templates))('%s', path => {
  it('passes both packs in production, as it is deployed', async () => {
    const { content, unresolved } = resolved(path);
    expect(unresolved).toEqual([]);
    const report = await checkDocuments({
      engine,
      bundle,
      documents: [{ path, content: Buffer.from(content) }],
      environment: 'production',
    });
    const wrong = report.documents.flatMap(document =>
      document.results
        .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip')
        .map(({ rule, verdict }) => `${document.path}: ${rule} ${verdict}`),
    );
    expect([report.verdict, wrong]).toEqual(['pass', []]);
  });

  it('has the types and properties that CloudFormation knows', () => {
    const app = new App();
    const template = new CfnInclude(new Stack(app, 'Stack'), 'Template', {
      templateFile: join(pipelinesDirectory, path),
    });
    const unknown = Object.entries(resourcesOf(path)).flatMap(
      ([id, { Properties }]) => {
        const resource = template.getResource(id);
        return Object.keys(Properties)
          .filter(key => !(key[0].toLowerCase() + key.slice(1) in resource))
          .map(key => `${id}: ${key}`);
      },
    );
    expect(unknown).toEqual([]);
    const hooks = app.node
      .findAll()
      .filter(found => found instanceof CfnGuardHook);
    for (const hook of hooks) {
      // The model wants targets there; CloudFormation's own example has actions alone.
      hook.targetFilters = undefined;
    }
    // Values of a wrong type are an error when it is written out.
    expect(() => app.synth()).not.toThrow();
  });

  it('keeps to the sizes of IAM', () => {
    const sizes: [string, unknown, number][] = Object.entries(
      resourcesOf(path),
    ).flatMap(([id, { Type, Properties }]): [string, unknown, number][] => {
      switch (Type) {
        case 'AWS::IAM::ManagedPolicy':
          return [[id, Properties.PolicyDocument, 6_144]];
        case 'AWS::IAM::Role':
          return [
            [id, Properties.AssumeRolePolicyDocument, 2_048],
            [id, Properties.Policies ?? [], 10_240],
          ];
        default:
          return [];
      }
    });
    const tooLarge = sizes.filter(
      ([, document, most]) => JSON.stringify(document).length > most,
    );
    expect(tooLarge).toEqual([]);
  });
});
