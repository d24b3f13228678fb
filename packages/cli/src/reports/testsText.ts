import { PackTestReport } from '@paved-road/backstage-plugin-paved-road-node';
import { Chalk } from 'chalk';
import { countOf } from './words';
import { plainText } from '../terminal/plainText';

/** The outcome of a pack's unit tests for a person to read. */
export function testsText(report: PackTestReport, colours: Chalk): string {
  const lines: string[] = [];
  for (const file of report.files) {
    const failed = file.results.filter(({ passed }) => !passed);
    const isFine = failed.length === 0 && file.errors.length === 0;
    lines.push(
      `${isFine ? colours.green('✓') : colours.red('✗')} ${plainText(
        file.path,
      )} ${colours.dim(`(${countOf(file.results.length, 'expectation')})`)}`,
    );
    for (const { rule, test, expected, actual } of failed) {
      lines.push(
        `    ${colours.red(plainText(test))}`,
        `      ${rule}: expected ${expected}, got ${actual.join(' and ')}`,
      );
    }
    for (const error of file.errors) {
      lines.push(`    ${colours.red(plainText(error))}`);
    }
  }
  for (const { rule, path } of report.untested) {
    lines.push(
      `${colours.yellow('!')} ${rule} has no tests ${colours.dim(
        `(${plainText(path)})`,
      )}`,
    );
  }
  return [...lines, '', summary(report), ''].join('\n');
}

function summary({ files, untested }: PackTestReport): string {
  const results = files.flatMap(file => file.results);
  const failed = results.filter(({ passed }) => !passed).length;
  const errors = files.flatMap(file => file.errors).length;
  return [
    `${countOf(files.length, 'tests file')}, ${countOf(
      results.length,
      'expectation',
    )}: ${results.length - failed} met, ${failed} not met`,
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(untested.length > 0
      ? [`${countOf(untested.length, 'rule')} without tests`]
      : []),
  ].join(', ');
}
