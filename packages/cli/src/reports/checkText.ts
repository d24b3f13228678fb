import {
  DocumentFormat,
  DocumentReport,
} from '@paved-road/backstage-plugin-paved-road-common';
import { plainText } from '../terminal/plainText';
import { failureText, sortFailures } from './failureText';
import { countResults, countsText, summaryOf } from './summary';
import { ReportInput } from './types';
import { unknownText } from './unknownText';
import { countOf } from './words';

const formatNames: Record<DocumentFormat, string> = {
  'cloudformation-yaml': 'CloudFormation',
  'cloudformation-json': 'CloudFormation',
  cdk: 'CDK',
  'terraform-plan': 'Terraform plan',
  unknown: 'unreadable',
};

/** A report for a person: what has to be fixed comes first. */
export function checkText(input: ReportInput): string {
  const { report, environment, passedOver, colours } = input;
  const blocks = report.documents.map(document =>
    documentText(document, input),
  );
  return [
    ...blocks,
    ...(passedOver.length > 0
      ? [
          colours.dim(
            `${countOf(
              passedOver.length,
              'file',
            )} passed over: neither CloudFormation nor Terraform plans`,
          ),
        ]
      : []),
    colours.bold(summaryOf(report, environment)),
    '',
  ].join('\n');
}

function documentText(document: DocumentReport, input: ReportInput): string {
  const { colours } = input;
  const path = colours.bold(plainText(document.path));
  if (document.error !== undefined) {
    return `${colours.red('✗')} ${path} could not be checked: it ${plainText(
      document.error,
    )}\n`;
  }
  const counts = countResults(document.results);
  const about = colours.dim(
    `${formatNames[document.format]} · ${countsText(counts)}`,
  );
  const failures = sortFailures(document.results, input.bundle);
  return [
    `${symbolOf(counts, input)} ${path} ${about}`,
    ...failures.map(result => failureText(document, result, input)),
    ...unknownText(document.results, colours),
    ...(failures.length > 0 || counts.unknown > 0 ? [''] : []),
  ].join('\n');
}

function symbolOf(
  counts: ReturnType<typeof countResults>,
  { colours }: ReportInput,
): string {
  if (counts.block > 0) {
    return colours.red('✗');
  }
  if (counts.unknown > 0) {
    return colours.yellow('?');
  }
  return counts.advise > 0 ? colours.yellow('!') : colours.green('✓');
}
