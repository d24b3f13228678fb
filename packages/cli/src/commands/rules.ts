import { Command } from 'commander';
import { addRulesListCommand } from './rulesList';
import { addRulesTestCommand } from './rulesTest';
import { CommandContext } from './types';

export function addRulesCommands(
  program: Command,
  context: CommandContext,
): void {
  const rules = program
    .command('rules')
    .description('work with the rules themselves');
  addRulesListCommand(rules, context);
  addRulesTestCommand(rules, context);
}
