import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InputError } from '@backstage/errors';
import { startAws, Switches, switchesSchema } from '../aws';
import { readPort } from './parseOptions';
import { runServer } from './runServer';

const USAGE = `Usage: sandbox-aws --port PORT --data DIR --products DIR [--switch NAME=VALUE]…

  --port      where the sandbox AWS listens, on 127.0.0.1
  --data      where its state is kept
  --products  the folder with company.yaml and a folder per product
  --switch    NAME=VALUE for what is not known of AWS, may be repeated; the
              README has the list
`;

/** @throws InputError for a switch or a value that there isn't. */
function readSwitches(texts: string[]): Partial<Switches> {
  const given = texts.map(text => {
    const [name, value] = text.split('=', 2);
    if (!name || value === undefined) {
      throw new InputError(`--switch needs NAME=VALUE, not ${text}`);
    }
    return [name, /^\d+$/.test(value) ? Number(value) : value];
  });
  const { success, data, error } = switchesSchema.safeParse(
    Object.fromEntries(given),
  );
  if (!success) {
    throw new InputError(`--switch: ${z.prettifyError(error)}`);
  }
  return data;
}

/** @throws Error for what can't be meant. */
function parseOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      products: { type: 'string' },
      switch: { type: 'string', multiple: true, default: [] },
    },
  });
  const { data, products } = values;
  if (!data || !products) {
    throw new InputError('--data and --products each need a folder');
  }
  return {
    port: readPort(values.port),
    dataDirectory: resolve(data),
    products: resolve(products),
    switches: readSwitches(values.switch ?? []),
  };
}

/** Runs the sandbox AWS. */
export async function awsMain(args: string[]): Promise<void> {
  await runServer({
    name: 'sandbox AWS',
    usage: USAGE,
    parse: () => parseOptions(args),
    start: startAws,
    greet: ({ url, products, accounts }) =>
      `Sandbox AWS listening on ${url} with ${products} products in ${accounts.length} accounts; it is not AWS, and creates nothing\n`,
  });
}
