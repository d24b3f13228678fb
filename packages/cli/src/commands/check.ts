import { join, relative } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  checkDocuments,
  defaultEnvironment,
  GuardEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Command, Option } from 'commander';
import { findFiles } from '../documents/findFiles';
import { FoundDocuments, readDocuments } from '../documents/readDocuments';
import { exitCodeOf, exitCodeWith } from '../exitCodes';
import { postResult } from '../portal/postResult';
import { findProject, Project, repositoryAbove } from '../project/findProject';
import { BundleOptions, loadBundle } from '../project/loadBundle';
import { judgementText } from '../reports/judgementText';
import { pipelineResultOf } from '../reports/pipelineResult';
import { formats, ReportFormat, writeReport } from '../reports/writeReport';
import { summaryOf } from '../reports/summary';
import { showProgress } from '../terminal/showProgress';
import { writeOutput } from '../terminal/writeOutput';
import { addPostingOptions, PostingOptions, readPosting } from './posting';
import { CommandContext } from './types';

interface CheckOptions extends BundleOptions, PostingOptions {
  token?: string;
  environment?: string;
  format: ReportFormat;
  output?: string;
  config?: string;
}

const examples = `
Examples:
  paved-road check infra/template.yaml
  paved-road check infra 'cdk.out/*.template.json' --pack control-tower --pack policies
  terraform show -json plan.bin > plan.json && paved-road check plan.json --format sarif --output checked.sarif

  paved-road check infra --portal https://backstage.example.com/api/paved-road --token-file token

  paved-road check infra --portal https://backstage.example.com/api/paved-road --environment production \\
    --service component:default/ledger --run "$RUN_ID" --commit "$(git rev-parse HEAD)" --stage pipeline --run-url "$RUN_URL"

--service, --run, --commit, --stage and --run-url go together: with them the portal keeps the result, and what it
judges counts too.

The token that the portal wants is read from --token-file, else from PAVED_ROAD_TOKEN.

Exit code:
  0  nothing blocks
  1  something blocks, or the portal judges the result as failed
  2  the check isn't complete: a document, a rule or an argument is wrong, or
     the portal doesn't give its rules, take the result or know a verdict`;

export function addCheckCommand(
  program: Command,
  context: CommandContext,
): void {
  const command = program
    .command('check')
    .description('check infrastructure as code against the rules')
    .argument(
      '[documents...]',
      'files, directories or globs; those of paved-road.yaml where none is named',
    )
    .option(
      '--pack <pack>',
      'a directory of rules, or control-tower; may be repeated',
      (pack: string, packs: string[]) => [...packs, pack],
      [],
    )
    .addOption(
      new Option(
        '--portal <url>',
        'check against the rules that the portal has in force: the address of its API',
      ).conflicts('pack'),
    )
    .option('--token-file <file>', 'a file with the token for the portal')
    .addOption(new Option('--token <token>').hideHelp())
    .option('--environment <name>', 'whose enforcement counts')
    .addOption(
      new Option('--format <format>', 'how to report')
        .choices(formats)
        .default('text'),
    )
    .option('--output <file>', 'where to report to instead of the terminal')
    .option('--config <file>', 'another paved-road.yaml');
  addPostingOptions(command)
    .addHelpText('after', examples)
    .action((targets: string[], options: CheckOptions) =>
      check(targets, options, context),
    );
}

/** @throws InputError for whatever keeps the check from being complete at all. */
async function check(
  targets: string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<void> {
  const { cwd, terminal, signal, end } = context;
  if (options.token !== undefined) {
    throw new InputError(
      'A token on the command line can be read by others on the machine and stays in logs: use --token-file or PAVED_ROAD_TOKEN',
    );
  }
  const posting = readPosting(options);
  const project = await findProject({ cwd, config: options.config });
  const { maxDocumentBytes } = project.file.limits ?? {};
  const limits = maxDocumentBytes ? { maxBytes: maxDocumentBytes } : {};
  const { bundle, directories, access } = await loadBundle(
    options,
    project,
    context,
  );
  const environment =
    options.environment ??
    project.file.defaultEnvironment ??
    defaultEnvironment;
  const { documents, passedOver } = await findDocuments(
    targets,
    cwd,
    project,
    limits,
  );

  const progress = showProgress(terminal.progressStream, 'Checking');
  const report = await checkDocuments({
    engine: new GuardEngine(),
    bundle,
    documents,
    environment,
    limits,
    onProgress: progress.update,
    signal,
  }).finally(progress.stop);
  signal.throwIfAborted();

  const text = writeReport(options.format, {
    report,
    bundle,
    environment,
    directories,
    passedOver,
    portal: project.file.portal,
    colours: terminal.coloursFor(options.output),
  });
  if (options.output) {
    await writeOutput({ cwd, path: options.output, content: text });
    terminal.note(summaryOf(report, environment));
  } else {
    terminal.print(text);
  }
  if (!posting || !access) {
    end(exitCodeOf(report));
    return;
  }
  const root = (await repositoryAbove(cwd)).at(-1)!;
  const judged = await postResult(
    pipelineResultOf({ report, bundle, environment, posting, cwd, root }),
    { ...access, signal },
  );
  judgementText(judged).forEach(line => terminal.note(line));
  end(exitCodeWith(report, judged.verdict));
}

async function findDocuments(
  targets: string[],
  cwd: string,
  project: Project,
  limits: { maxBytes?: number },
): Promise<FoundDocuments> {
  const wanted =
    targets.length > 0
      ? targets
      : (project.file.documents ?? []).map(glob =>
          relative(cwd, join(project.root, glob)),
        );
  if (wanted.length === 0) {
    throw new InputError(
      'There is nothing to check: name documents, or write them into paved-road.yaml',
    );
  }
  const found = await readDocuments({
    cwd,
    files: await findFiles({ cwd, targets: wanted }),
    limits,
  });
  if (found.documents.length === 0) {
    throw new InputError(
      `Of ${found.passedOver.length} files none is a CloudFormation template or a Terraform plan`,
    );
  }
  return found;
}
