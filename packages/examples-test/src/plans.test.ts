import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servicesDirectory } from './__testUtils__/examples';

interface Plan {
  format_version: string;
  variables: Record<string, { value: unknown }>;
  planned_values: Resources;
  prior_state: { values: Resources };
  resource_changes: Change[];
  configuration: Resources & {
    root_module: { variables: Record<string, unknown> };
  };
}

interface Resources {
  root_module: { resources: { address: string; mode: string }[] };
}

interface Change {
  address: string;
  mode: string;
  change: {
    actions: string[];
    before: Record<string, unknown> | null;
    after: Record<string, unknown>;
    after_unknown: Record<string, unknown>;
  };
}

const utf16 = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xfe;

const addresses = ({ root_module }: Resources, mode: string) =>
  root_module.resources
    .filter(resource => resource.mode === mode)
    .map(({ address }) => address)
    .sort();

async function read(service: string) {
  const directory = join(servicesDirectory, service, 'terraform');
  const bytes = await readFile(join(directory, 'plan.json'));
  const names = (await readdir(directory)).filter(name => name.endsWith('.tf'));
  const sources = await Promise.all(
    names.map(name => readFile(join(directory, name), 'utf8')),
  );
  const source = sources.join('\n');
  const declared = (block: string) =>
    [...source.matchAll(new RegExp(`^${block} "(\\w+)" "(\\w+)"`, 'gm'))]
      .map(([, type, name]) => `${type}.${name}`)
      .sort();
  return {
    bytes,
    plan: JSON.parse(
      utf16(bytes) ? bytes.toString('utf16le', 2) : bytes.toString('utf8'),
    ) as Plan,
    resources: declared('resource'),
    dataSources: declared('data').map(address => `data.${address}`),
    variables: [...source.matchAll(/^variable "(\w+)"/gm)]
      .map(([, name]) => name)
      .sort(),
  };
}

describe.each(['credit-scoring', 'kyc-screening', 'loan-origination'])(
  'the Terraform plan of %s',
  service => {
    let example: Awaited<ReturnType<typeof read>>;

    beforeAll(async () => {
      example = await read(service);
    });

    it('follows the documented format', () => {
      expect(example.plan.format_version).toBe('1.2');
    });

    it('plans what the sources beside it declare, and nothing else', () => {
      const { plan, resources, dataSources, variables } = example;
      const changed = plan.resource_changes
        .filter(({ mode }) => mode === 'managed')
        .map(({ address }) => address)
        .sort();
      expect(resources.length).toBeGreaterThan(15);
      expect(changed).toEqual(resources);
      expect(addresses(plan.planned_values, 'managed')).toEqual(resources);
      expect(addresses(plan.configuration, 'managed')).toEqual(resources);
      expect(addresses(plan.configuration, 'data')).toEqual(dataSources);
      expect(Object.keys(plan.variables).sort()).toEqual(variables);
      expect(Object.keys(plan.configuration.root_module.variables)).toEqual(
        variables,
      );
    });

    it('knows the past of what it does not create', () => {
      const { plan } = example;
      const before = plan.resource_changes
        .filter(({ change }) => change.before)
        .map(({ address }) => address)
        .sort();
      expect(addresses(plan.prior_state.values, 'managed')).toEqual(before);
      for (const { change } of plan.resource_changes) {
        expect(change.before === null).toBe(change.actions[0] === 'create');
      }
    });

    it('gives no value to what is known only after the apply', () => {
      for (const { change } of example.plan.resource_changes) {
        const unknown = Object.keys(change.after_unknown).filter(
          name => change.after_unknown[name] === true,
        );
        expect(unknown.filter(name => name in change.after)).toEqual([]);
      }
    });
  },
);

it('is written as PowerShell does by the team that works on Windows', async () => {
  expect(utf16((await read('credit-scoring')).bytes)).toBe(true);
  expect(utf16((await read('kyc-screening')).bytes)).toBe(false);
  expect(utf16((await read('loan-origination')).bytes)).toBe(false);
});
