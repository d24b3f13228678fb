import { posix } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { z } from 'zod';
import { TextFile } from '../goldenPaths';

/** The body of a block. */
export type Body = Record<string, unknown>;

// HCL allows several blocks of a name, and Terraform one.
const one = z
  .tuple([z.record(z.string(), z.unknown())])
  .transform(([body]): Body => body);
const byName = z.record(z.string(), one).default({});
const byTypeAndName = z.record(z.string(), byName).default({});

const fileSchema = z.strictObject({
  terraform: z.array(z.record(z.string(), z.unknown())).default([]),
  provider: byName,
  variable: byName,
  locals: one.default({}),
  data: byTypeAndName,
  resource: byTypeAndName,
  module: byName,
  output: byName,
});

/** What the files of one folder declare together. */
export type Declared = Omit<z.infer<typeof fileSchema>, 'terraform'>;

/**
 * Reads all configuration, by folder; `.` is the stack's own.
 *
 * @throws where a file isn't HCL, or declares what isn't read here
 */
export async function readConfiguration(
  files: TextFile[],
): Promise<Map<string, Declared>> {
  const configuration = new Map<string, Declared>();
  for (const { path, content } of files) {
    const directory = posix.dirname(path);
    if (!path.endsWith('.tf') || path.endsWith('_override.tf')) {
      continue;
    }
    const { terraform, ...more } = fileSchema.parse(await parse(path, content));
    const known = configuration.get(directory);
    configuration.set(directory, known ? merge(known, more) : more);
  }
  return configuration;
}

function merge(known: Declared, more: Declared): Declared {
  const types = (left: Declared['data'], right: Declared['data']) =>
    Object.fromEntries(
      [...new Set([...Object.keys(left), ...Object.keys(right)])].map(type => [
        type,
        { ...left[type], ...right[type] },
      ]),
    );
  return {
    provider: { ...known.provider, ...more.provider },
    variable: { ...known.variable, ...more.variable },
    locals: { ...known.locals, ...more.locals },
    data: types(known.data, more.data),
    resource: types(known.resource, more.resource),
    module: { ...known.module, ...more.module },
    output: { ...known.output, ...more.output },
  };
}
