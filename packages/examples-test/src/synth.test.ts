import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { servicesDirectory } from './__testUtils__/examples';

const ledger = join(servicesDirectory, 'ledger');
const committed = join(ledger, 'cdk.out');

/** Runs the app as `cdk synth` does, with TypeScript translated on the fly. */
async function synthesise(outdir: string) {
  const { context } = JSON.parse(
    await readFile(join(ledger, 'cdk.json'), 'utf8'),
  );
  await promisify(execFile)(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      join(ledger, 'cdk/app.ts'),
    ],
    {
      cwd: ledger,
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify({
          ...context,
          'aws:cdk:enable-path-metadata': true,
        }),
      },
    },
  );
}

const templatesIn = async (directory: string) =>
  (await readdir(directory))
    .filter(name => name.endsWith('.template.json'))
    .sort();

describe('the ledger’s CDK app', () => {
  let outdir: string;

  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'ledger-'));
    await synthesise(outdir);
  }, 60_000);

  afterAll(async () => {
    await rm(outdir, { recursive: true, force: true });
  });

  it('synthesises the stacks whose templates are committed', async () => {
    expect(await templatesIn(outdir)).toEqual(await templatesIn(committed));
    expect(await templatesIn(committed)).toHaveLength(2);
  });

  it.each(['LedgerData', 'LedgerService'])(
    'synthesises what is committed as %s',
    async stack => {
      const [fresh, kept] = await Promise.all(
        [outdir, committed].map(directory =>
          readFile(join(directory, `${stack}.template.json`), 'utf8'),
        ),
      );
      expect(fresh).toBe(kept);
    },
  );
});
