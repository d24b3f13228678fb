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
import { App, Stack } from 'aws-cdk-lib';
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

  it('has the properties that CloudFormation knows, in their types', () => {
    const stack = new Stack(new App(), 'Stack');
    const template = new CfnInclude(stack, 'Template', {
      templateFile: join(pipelinesDirectory, path),
    });
    for (const id of Object.keys(resourcesOf(path))) {
      // A type or a property that the CDK's model doesn't have is an error there.
      expect(template.getResource(id).cfnResourceType).toBe(
        resourcesOf(path)[id].Type,
      );
    }
  });

  it('keeps to the sizes of IAM', () => {
    for (const { Type, Properties } of Object.values(resourcesOf(path))) {
      if (Type === 'AWS::IAM::ManagedPolicy') {
        const text = JSON.stringify(Properties.PolicyDocument);
        expect(text.length).toBeLessThanOrEqual(6_144);
      }
      if (Type === 'AWS::IAM::Role') {
        const trust = JSON.stringify(Properties.AssumeRolePolicyDocument);
        expect(trust.length).toBeLessThanOrEqual(2_048);
        const inline = JSON.stringify(Properties.Policies ?? []);
        expect(inline.length).toBeLessThanOrEqual(10_240);
      }
    }
  });
});
