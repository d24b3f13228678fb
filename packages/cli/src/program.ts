import { Command } from 'commander';
import { version } from '../package.json';
import { addCheckCommand } from './commands/check';
import { addRulesCommands } from './commands/rules';
import { CommandContext } from './commands/types';

/** The whole command line, which throws CommanderError instead of exiting. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('paved-road')
    .description('The same policy check on a laptop and in a pipeline')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => context.terminal.print(text),
      writeErr: text => context.terminal.printBeside(text),
    })
    .showHelpAfterError('Run paved-road --help to see what there is.');
  addCheckCommand(program, context);
  addRulesCommands(program, context);
  return program;
}
