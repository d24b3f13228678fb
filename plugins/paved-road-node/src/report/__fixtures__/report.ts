import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import { createBundle } from '../../packs/createBundle';
import { loadPackFiles } from '../../packs/loadPackFiles';

/** What a stranger would put into a name to break a report. */
export const hostile =
  'a<b> & "c" \'d\' ]]> --> \u0000\u001b[31m\ud800 é 漢 \u2028\n\t\r\uffff?#%20';

const rules = ['BLOCKS', 'ADVISES', 'OPEN', 'PASSES', 'SKIPS'] as const;

export const bundle = createBundle({
  packs: [
    loadPackFiles({
      fallbackId: 'acme',
      viewUrl: 'https://forge.example/acme',
      files: [
        {
          path: 'a.guard',
          text: rules.map(name => `rule ${name} { x exists }`).join('\n'),
        },
        {
          path: 'a.md',
          text: '---\ntitle: Is <right> & "fine"\nseverity: high\ncontrols: [{framework: NIST, clauses: [AC-3, AC-3]}]\n---\nBecause.\n',
        },
      ],
    }),
  ],
});

const [blocks, advises, open, passes, skips] = rules.map(name => ({
  rule: `acme/${name}`,
  enforcement: 'block' as const,
  findings: [],
}));

/** A report with every kind of verdict, an unreadable document, and hostile words. */
export const report: CheckReport = {
  bundle: { digest: bundle.digest },
  engine: { name: 'cfn-guard', version: '3.1.1' },
  verdict: 'fail',
  documents: [
    {
      path: 'infra/a b.yaml',
      format: 'cloudformation-yaml',
      digest: `sha256:${'a'.repeat(64)}`,
      results: [
        {
          ...blocks,
          verdict: 'fail',
          findings: [
            {
              resource: 'Logs',
              propertyPath: '/Resources/Logs/Properties/A',
              line: 5,
              column: 22,
              message: hostile,
              remediation: 'Set A.',
            },
            { propertyPath: '', message: 'No place is known' },
            { propertyPath: '', message: 'No place is known' },
          ],
        },
        {
          ...advises,
          enforcement: 'advise',
          verdict: 'fail',
          findings: [{ propertyPath: '/Resources', message: 'Consider it' }],
        },
        { ...open, verdict: 'unknown', reason: 'The rule file is broken' },
        { ...passes, verdict: 'pass' },
        { ...skips, verdict: 'skip' },
      ],
    },
    {
      path: `/tmp/${hostile}.json`,
      format: 'unknown',
      digest: `sha256:${'b'.repeat(64)}`,
      error: 'is not readable YAML at line 1, column 2',
      results: [
        { ...blocks, verdict: 'unknown', reason: 'The document can’t be read' },
      ],
    },
  ],
};
