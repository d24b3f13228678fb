import { runPackTests } from '@paved-road/backstage-plugin-paved-road-node';
import { Command } from 'commander';
import { exitCodes } from '../exitCodes';
import { testsText } from '../reports/testsText';
import { CommandContext } from './types';

export function addRulesTestCommand(
  rules: Command,
  { terminal, signal, end }: CommandContext,
): void {
  rules
    .command('test')
    .description('run the unit tests that lie beside rules')
    .argument('[directory]', 'the pack', 'policies')
    .action(async (directory: string) => {
      const report = await runPackTests({ directory, signal });
      terminal.print(testsText(report, terminal.colours));
      end(report.passed ? exitCodes.goOn : exitCodes.blocked);
    });
}
