import {
  createBundle,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Command, Option } from 'commander';
import { exitCodes } from '../exitCodes';
import { findProject } from '../project/findProject';
import { loadPacks } from '../project/loadPacks';
import { describeRules, rulesText } from '../reports/rulesText';
import { notePackProblems } from './notePackProblems';
import { CommandContext } from './types';

interface ListOptions {
  pack: string[];
  format: 'text' | 'json';
  config?: string;
}

export function addRulesListCommand(
  rules: Command,
  context: CommandContext,
): void {
  rules
    .command('list')
    .description('list the rules that a check would use')
    .option(
      '--pack <pack>',
      'a directory of rules, or control-tower; may be repeated',
      (pack: string, packs: string[]) => [...packs, pack],
      [],
    )
    .addOption(
      new Option('--format <format>', 'how to list')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--config <file>', 'another paved-road.yaml')
    .action((options: ListOptions) => list(options, context));
}

async function list(
  options: ListOptions,
  { cwd, terminal, end }: CommandContext,
): Promise<void> {
  const project = await findProject({ cwd, config: options.config });
  const loaded = await loadPacks({ cwd, named: options.pack, project });
  const bundle = createBundle({
    packs: loaded.packs,
    environments: project.file.environments,
  });
  notePackProblems(terminal, bundle.packs, loaded.directories);
  const rules = [...bundle.rules.values()];
  const broken = await new GuardEngine().findBrokenFiles(
    rules.flatMap(rule => rule.files),
  );
  const described = describeRules(bundle, broken, loaded.directories);
  terminal.print(
    options.format === 'json'
      ? JSON.stringify(described, undefined, 2)
      : rulesText(described, terminal.colours),
  );
  end(broken.size > 0 ? exitCodes.incomplete : exitCodes.goOn);
}
