import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InputError, toError } from '@backstage/errors';
import { startAws, Switches, switchesSchema } from '../aws';
import { endWith } from './lifetime';
import { readPort } from './parseOptions';

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

/** @throws InputError for what can't be meant. */
function parseOptions(args: string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        products: { type: 'string' },
        switch: { type: 'string', multiple: true, default: [] },
      },
    }));
  } catch (error) {
    throw new InputError(toError(error).message);
  }
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

/** Runs the sandbox AWS until it is told to end, or its parent has ended. */
export async function awsMain(args: string[]): Promise<void> {
  let options;
  try {
    options = parseOptions(args);
  } catch (error) {
    process.stderr.write(`${toError(error).message}\n\n${USAGE}`);
    process.exit(2);
  }
  try {
    const aws = await startAws(options);
    endWith(aws);
    process.stdout.write(
      `Sandbox AWS listening on ${aws.url} with ${aws.products} products in ${aws.accounts.length} accounts; it is not AWS, and creates nothing\n`,
    );
  } catch (error) {
    const words =
      error instanceof InputError ? error.message : toError(error).stack;
    process.stderr.write(`The sandbox AWS could not be started: ${words}\n`);
    process.exit(1);
  }
}
