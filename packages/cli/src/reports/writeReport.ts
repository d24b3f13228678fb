import { toJunit, toSarif } from '@paved-road/backstage-plugin-paved-road-node';
import { checkText } from './checkText';
import { ruleUrl } from './ruleUrl';
import { ReportInput } from './types';

export const formats = ['text', 'json', 'sarif', 'junit'] as const;

export type ReportFormat = (typeof formats)[number];

/** A report in the format that is asked for. */
export function writeReport(format: ReportFormat, input: ReportInput): string {
  const { report, bundle, portal } = input;
  switch (format) {
    case 'json':
      return json(report);
    case 'sarif':
      return json(
        toSarif(report, bundle, { ruleUrl: rule => ruleUrl(portal, rule) }),
      );
    case 'junit':
      return toJunit(report, bundle);
    default:
      return checkText(input);
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
