import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { bundle, report } from './__fixtures__/report';
import { toSarif } from './sarif';

/** As another tool reads it. */
function written(log: object) {
  return JSON.parse(JSON.stringify(log));
}

describe('toSarif', () => {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // One of the schema's patterns is no regular expression of Unicode.
    unicodeRegExp: false,
  });
  addFormats(ajv);
  const validate = ajv.compile(sarifSchema);
  const log = written(toSarif(report, bundle));
  const [run] = log.runs;

  it('keeps to the schema, whatever strangers write into names', () => {
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const empty = written(
      toSarif({ ...report, verdict: 'unknown', documents: [] }, bundle),
    );
    validate(empty);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is held to a schema that refuses what is not SARIF', () => {
    expect(validate({ ...log, runs: [{ ...run, tool: {} }] })).toBe(false);
  });

  it('names rules by their own id and says all of them that is known', () => {
    expect(run.tool.driver.rules[0]).toEqual({
      id: 'acme/BLOCKS',
      name: 'BLOCKS',
      shortDescription: { text: 'Is <right> & "fine"' },
      fullDescription: { text: 'Because.' },
      help: { text: 'Because.', markdown: 'Because.' },
      helpUri: 'https://forge.example/acme/a.guard#L1',
      defaultConfiguration: { level: 'error' },
      properties: {
        pack: 'acme',
        severity: 'high',
        'security-severity': '8.0',
        tags: ['policy', 'NIST AC-3'],
      },
    });
    expect(
      toSarif(report, bundle, { ruleUrl: ({ name }) => `https://x/${name}` })
        .runs[0].tool.driver.rules[0].helpUri,
    ).toBe('https://x/BLOCKS');
  });

  it('makes an error of what blocks and a warning of what advises', () => {
    expect(
      run.results.map(({ ruleId, level }: any) => [ruleId, level]),
    ).toEqual([
      ['acme/BLOCKS', 'error'],
      ['acme/BLOCKS', 'error'],
      ['acme/BLOCKS', 'error'],
      ['acme/ADVISES', 'warning'],
    ]);
    expect(run.results[0]).toMatchObject({
      ruleIndex: 0,
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'infra/a%20b.yaml',
              uriBaseId: 'SRCROOT',
              index: 0,
            },
            region: { startLine: 5, startColumn: 22 },
          },
          logicalLocations: [{ name: 'Logs' }],
        },
      ],
    });
  });

  it('never leaves out what is unknown', () => {
    const [{ executionSuccessful, toolExecutionNotifications }] =
      run.invocations;
    expect(executionSuccessful).toBe(false);
    expect(
      toolExecutionNotifications.map((notification: any) => [
        notification.descriptor.id,
        notification.associatedRule?.id,
        notification.message.text.replace(/\/tmp[^]*json/, '…'),
      ]),
    ).toEqual([
      [
        'unknown-verdict',
        'acme/OPEN',
        'acme/OPEN gave no verdict on infra/a b.yaml: The rule file is broken',
      ],
      [
        'unreadable-document',
        undefined,
        '… could not be checked: is not readable YAML at line 1, column 2',
      ],
    ]);
  });

  it('makes no result of a failure without findings disappear', () => {
    const [document] = report.documents;
    const bare = { ...document.results[0], findings: [] };
    const { results } = toSarif(
      { ...report, documents: [{ ...document, results: [bare] }] },
      bundle,
    ).runs[0];
    expect(results).toHaveLength(1);
  });

  it('recognises a finding again when its line has moved', () => {
    const fingerprints = (log_: any) =>
      log_.runs[0].results.map((result: any) =>
        Object.values(result.partialFingerprints).join(),
      );
    const moved = structuredClone(report);
    moved.documents[0].results[0].findings[0].line = 50;
    expect(fingerprints(toSarif(moved, bundle))).toEqual(fingerprints(log));
    expect(new Set(fingerprints(log)).size).toBe(4);
  });
});
