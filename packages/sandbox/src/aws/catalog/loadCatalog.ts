import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { InputError, toError } from '@backstage/errors';
import { readCloudFormation } from '@paved-road/backstage-plugin-paved-road-node';
import { limits } from '../limits';
import { Catalog } from './Catalog';
import { stableId } from './ids';
import { Portfolio, Product, Version } from './model';
import {
  companyFileSchema,
  ProductFile,
  productFileSchema,
} from './productFile';
import { templateSchema } from './template';

function readText(path: string): string {
  if (statSync(path).size > limits.templateBytes) {
    throw new InputError(`larger than ${limits.templateBytes} bytes`);
  }
  return readFileSync(path, 'utf8');
}

/** Reads a file into its shape; says which file it is that's wrong. */
function read<S extends z.ZodType>(
  path: string,
  shape: S,
  parse: (text: string) => unknown,
): { text: string; value: z.output<S> } {
  try {
    const text = readText(path);
    const { success, data, error } = shape.safeParse(parse(text));
    if (!success) {
      throw new InputError(z.prettifyError(error));
    }
    return { text, value: data };
  } catch (error) {
    throw new InputError(`${path}: ${toError(error).message}`);
  }
}

// Dates stay as they are written.
const readYaml = (text: string) => load(text, { schema: CORE_SCHEMA });

function versionOf(
  directory: string,
  folder: string,
  { template: file, created, ...version }: ProductFile['versions'][number],
): Version {
  const path = join(directory, folder, file);
  const { text, value } = read(path, templateSchema, readCloudFormation);
  const unknown = Object.keys(version.outputs).find(
    key => !Object.hasOwn(value.Outputs, key),
  );
  if (unknown) {
    throw new InputError(`${path} has no output ${unknown}`);
  }
  return {
    ...version,
    id: stableId('pa', folder, version.name),
    createdAt: Date.parse(created),
    templateText: text,
    template: value,
  };
}

function productOf(
  directory: string,
  folder: string,
  portfolios: Portfolio[],
): Product {
  const path = join(directory, folder, 'product.yaml');
  const { created, ...file } = read(path, productFileSchema, readYaml).value;
  return {
    ...file,
    id: stableId('prod', folder),
    createdAt: Date.parse(created),
    versions: file.versions.map(version =>
      versionOf(directory, folder, version),
    ),
    serviceActions: file.serviceActions.map(action => ({
      ...action,
      id: stableId('act', folder, action.name),
    })),
    portfolios: file.portfolios.map(name => {
      const found = portfolios.find(portfolio => portfolio.name === name);
      if (!found) {
        throw new InputError(`${path}: there is no portfolio ${name}`);
      }
      return found;
    }),
  };
}

/**
 * Reads what the sandbox's Service Catalog offers from a folder: `company.yaml`
 * and, in a folder each, the products with their templates.
 *
 * @throws InputError that names the file and what is wrong in it.
 */
export function loadCatalog(directory: string): Catalog {
  const path = join(directory, 'company.yaml');
  const company = read(path, companyFileSchema, readYaml).value;
  const portfolios = company.portfolios.map(portfolio => ({
    ...portfolio,
    id: stableId('port', portfolio.name),
  }));
  const products = readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => productOf(directory, name, portfolios));
  const roles = company.accounts.flatMap(account =>
    account.roles.map(role => ({
      ...role,
      account: account.id,
      arn: `arn:aws:iam::${account.id}:role/${role.name}`,
    })),
  );
  return new Catalog({
    regions: company.regions,
    accounts: company.accounts.map(({ id, name, stacksChangedBy }) => ({
      ...{ id, name, stacksChangedBy },
    })),
    roles,
    products,
  });
}
