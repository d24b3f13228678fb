import { renderCallerWorkflow } from '@paved-road/backstage-plugin-paved-road-common';
import { readCallerWorkflow } from './callerWorkflow';
import { isOf } from './provisionedPipelines';

const WORKFLOW = 'meridian/pipelines/.github/workflows/paved-road.yml';

const text = renderCallerWorkflow({
  workflow: WORKFLOW,
  ref: 'v1.0.0',
  service: 'component:default/ledger',
  documents: 'infra/*.yaml, cdk.out/*.json',
  branch: 'main',
});

const read = (
  given: string,
  event: 'push' | 'pull-request' = 'push',
  branch = 'main',
) => readCallerWorkflow(given, WORKFLOW, { event, branch });

describe('a repository’s workflow', () => {
  it.each(['push', 'pull-request'] as const)(
    'asks for the platform’s at a %s',
    event => {
      expect(read(text, event)).toEqual({
        provider: 'github-actions',
        service: 'component:default/ledger',
        documents: ['infra/*.yaml', 'cdk.out/*.json'],
      });
    },
  );

  it.each([
    ['is another branch’s', text, 'other'],
    ['calls another workflow', text.replace('meridian/pipelines', 'evil/x')],
    ['calls one whose name only begins so', text.replace('.yml@', '.yml2@')],
    ['has another job', text.replace('  paved-road:', '  other:')],
    ['names no whole service', text.replace('component:default/', '')],
    ['looks outside', text.replace('infra/*.yaml', '../../*.yaml')],
    ['begins for nothing', text.replace('push:', 'schedule:')],
    ['is no YAML', `${text}\n\t: [`],
    ['is a list', '- a\n'],
    ['is empty', ''],
  ])('asks for nothing where it %s', (_, given, branch = 'main') => {
    expect(read(given, 'push', branch)).toBeUndefined();
  });
});

describe('a provisioned pipeline', () => {
  const id = { owner: 'meridian', name: 'ledger' };
  it.each([
    ['https://github.com/meridian/ledger', true],
    ['http://localhost:7008/Meridian/ledger.git', true],
    ['https://github.com/meridian/ledger-2', false],
    ['https://github.com/xmeridian/ledger', false],
    ['ledger', false],
  ])('of %s is the ledger’s: %s', (repository, expected) => {
    const wiring = {
      provider: 'service-catalog' as const,
      service: 'component:default/ledger',
      documents: [],
    };
    expect(isOf({ repository, branch: undefined, wiring }, id)).toBe(expected);
  });
});
