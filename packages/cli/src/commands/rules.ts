import { Command } from 'commander';
import { addRulesTestCommand } from './rulesTest';
import { CommandContext } from './types';

export function addRulesCommands(
  program: Command,
  context: CommandContext,
): void {
  const rules = program
    .command('rules')
    .description('work with the rules themselves');
  addRulesTestCommand(rules, context);
}
