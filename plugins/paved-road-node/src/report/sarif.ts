import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '../packs/types';
import { SarifLog } from './sarifTypes';

/**
 * A report in SARIF 2.1.0.
 *
 * @public
 */
export function toSarif(report: CheckReport, bundle: Bundle): SarifLog {
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Paved Road',
            rules: [...bundle.rules.values()].map(rule => ({
              id: rule.id,
              shortDescription: { text: rule.title },
            })),
          },
        },
        results: report.documents.flatMap(document =>
          document.results
            .filter(({ verdict }) => verdict === 'fail')
            .flatMap(result =>
              result.findings.map(finding => ({
                ruleId: result.rule,
                level: result.enforcement === 'block' ? 'error' : 'warning',
                message: { text: finding.message },
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: encodeURI(document.path) },
                      ...(finding.line
                        ? {
                            region: {
                              startLine: finding.line,
                              startColumn: finding.column,
                            },
                          }
                        : {}),
                    },
                  },
                ],
              })),
            ),
        ),
      },
    ],
  };
}
