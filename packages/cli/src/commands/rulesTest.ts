import { resolve } from 'node:path';
import { runPackTests } from '@paved-road/backstage-plugin-paved-road-node';
import { Command } from 'commander';
import { exitCodes } from '../exitCodes';
import { testsText } from '../reports/testsText';
import { CommandContext } from './types';

export function addRulesTestCommand(
  rules: Command,
  { cwd, terminal, signal, end }: CommandContext,
): void {
  rules
    .command('test')
    .description('run the unit tests that lie beside rules')
    .argument('[directory]', 'the pack', 'policies')
    .action(async (directory: string) => {
      const report = await runPackTests({
        directory: resolve(cwd, directory),
        signal,
      });
      terminal.print(testsText(report, terminal.colours));
      end(report.passed ? exitCodes.goOn : exitCodes.blocked);
    });
}
