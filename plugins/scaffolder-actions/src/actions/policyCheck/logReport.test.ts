import { mockServices } from '@backstage/backend-test-utils';
import { Finding } from '@paved-road/backstage-plugin-paved-road-common';
import { Failure } from './failures';
import { logFailures } from './logReport';

const RULE = { title: 'Buckets are private', severity: 'critical' as const };

/** What is told of one rule that the findings break. */
function told(findings: Partial<Finding>[], remediations = new Map()) {
  const logger = mockServices.logger.mock();
  const failure: Failure = {
    document: 'infra/a.yaml',
    rule: RULE,
    result: {
      rule: 'acme/bucket_is_private',
      verdict: 'fail',
      enforcement: 'block',
      findings: findings.map(finding => ({
        propertyPath: '/Resources/Logs/Properties',
        message: '',
        ...finding,
      })),
    },
  };
  logFailures([failure], remediations, logger);
  const [, ...lines] = logger.warn.mock.calls.map(([line]) => line);
  return lines;
}

describe('what the log tells of a failure', () => {
  it('says once what several places have to do alike', () => {
    expect(
      told([
        { line: 5, message: 'It is open.', remediation: 'Close it.' },
        { line: 9, message: 'It is open', remediation: 'Close it.' },
      ]),
    ).toEqual([
      '  infra/a.yaml:5: It is open',
      '  infra/a.yaml:9: It is open',
      '  Fix: Close it.',
    ]);
  });

  it('says at each place what is to be done there alone', () => {
    expect(
      told([
        { line: 5, message: 'It is open.', remediation: 'Close it.' },
        { line: 9, message: 'It is open.' },
      ]),
    ).toEqual([
      '  infra/a.yaml:5: It is open. Fix: Close it.',
      '  infra/a.yaml:9: It is open',
    ]);
  });

  it('doesn’t say the title of the rule twice', () => {
    expect(told([{ line: 5, message: `${RULE.title}.` }])).toEqual([
      '  infra/a.yaml:5',
    ]);
  });

  it('says what the rule itself has to say, where its findings don’t', () => {
    expect(
      told([{ line: 5 }], new Map([['acme/bucket_is_private', 'Close it.']])),
    ).toEqual([
      '  infra/a.yaml:5: /Resources/Logs/Properties',
      '  Fix: Close it.',
    ]);
  });
});
