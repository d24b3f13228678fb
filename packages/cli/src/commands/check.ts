import { readFile } from 'node:fs/promises';
import {
  checkDocuments,
  createBundle,
  defaultEnvironment,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Command } from 'commander';
import { exitCodes } from '../exitCodes';
import { loadPacks } from '../project/loadPacks';
import { CommandContext } from './types';

interface CheckOptions {
  pack: string[];
  environment: string;
}

export function addCheckCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('check')
    .description('check documents against the rules')
    .argument('[documents...]', 'files, directories or globs')
    .option('--pack <pack...>', 'a directory of rules, or control-tower')
    .option(
      '--environment <name>',
      'whose enforcement counts',
      defaultEnvironment,
    )
    .action((documents: string[], options: CheckOptions) =>
      check(documents, options, context),
    );
}

async function check(
  documents: string[],
  options: CheckOptions,
  { terminal, signal, end }: CommandContext,
): Promise<void> {
  const report = await checkDocuments({
    engine: new GuardEngine(),
    bundle: createBundle({ packs: await loadPacks(options.pack) }),
    documents: await Promise.all(
      documents.map(async path => ({ path, content: await readFile(path) })),
    ),
    environment: options.environment,
    signal,
  });
  terminal.print(JSON.stringify(report, undefined, 2));
  const results = report.documents.flatMap(document => document.results);
  if (results.some(({ verdict }) => verdict === 'unknown')) {
    end(exitCodes.incomplete);
  } else if (
    results.some(
      ({ verdict, enforcement }) =>
        verdict === 'fail' && enforcement === 'block',
    )
  ) {
    end(exitCodes.blocked);
  }
}
