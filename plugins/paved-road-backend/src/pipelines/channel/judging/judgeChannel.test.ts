import {
  facts,
  known,
  protection,
  repository,
  troubles,
  unknown,
  withWorkflow,
} from '../__testUtils__/channelFacts';
import { settings, workflowOf } from '../__testUtils__/repositories';
import { ChannelFacts, Protection } from '../facts';
import { judgeChannel } from './judgeChannel';

const withProtection = (change: Partial<Protection>) =>
  facts({
    repository: known(
      repository({
        hold: {
          ...repository().hold!,
          protection: known({ ...protection, ...change }),
        },
      }),
    ),
  });

describe('judgeChannel', () => {
  const judge = (given: ChannelFacts) =>
    troubles(judgeChannel(given, settings));

  it('is on the road where everything holds', () => {
    expect(judge(facts())).toEqual(['on-road', 'github-actions']);
    expect(judge(facts({ claim: 'github-actions:Meridian/Ledger' }))).toEqual([
      'on-road',
      'github-actions',
    ]);
  });

  it.each<[string, Partial<Protection>, string]>([
    ['pushes', { pullRequests: false }, 'branch-protected'],
    ['another check', { checks: ['verdict'] }, 'check-required'],
    ['no code owners', { codeOwnerReviews: false }, 'code-owner-reviews'],
    ['no approval', { approvals: 0 }, 'code-owner-reviews'],
    ['late pushes', { dismissesStale: false }, 'code-owner-reviews'],
    ['free administrators', { administrators: false }, 'no-bypass'],
    ['force', { forcePushes: true }, 'no-bypass'],
    ['deletion', { deletions: true }, 'no-bypass'],
    ['somebody who is let past', { bypass: ['root'] }, 'no-bypass'],
  ])('drifts where the protection allows %s', (_, change, code) => {
    expect(judge(withProtection(change))).toEqual([
      'drifting',
      'github-actions',
      `${code} fail`,
    ]);
  });

  it.each([
    ['v2', 'It calls the version ‘v2’.'],
    [
      'v1',
      'It calls the version ‘v1’, which is allowed still; ‘v2’ is the one to take, and the template ‘Adopt the paved road’ brings it as a pull request.',
    ],
  ])('tells of the version %s whether there is a newer one', (ref, message) => {
    const { items } = judgeChannel(
      facts({ repository: withWorkflow(workflowOf('ledger', { ref })) }),
      settings,
    );
    expect(items).toContainEqual(
      expect.objectContaining({ code: 'workflow-pinned', message }),
    );
  });

  it.each<[string, string | Buffer, string[]]>([
    ['an allowed version', workflowOf('ledger', { ref: 'v1' }), []],
    [
      'a version that isn’t allowed',
      workflowOf('ledger', { ref: 'main' }),
      ['workflow-pinned fail'],
    ],
    [
      'another workflow',
      workflowOf('ledger', { workflow: 'evil/x/.github/workflows/a.yml' }),
      ['workflow-pinned fail', 'workflow-unchanged fail'],
    ],
    [
      'another branch',
      workflowOf('ledger', { branch: 'release' }),
      ['workflow-unchanged fail'],
    ],
    [
      'a job more',
      `${workflowOf('ledger')}  more:\n    runs-on: ubuntu-latest\n`,
      ['workflow-unchanged fail'],
    ],
    [
      'other line ends',
      workflowOf('ledger').replaceAll('\n', '\r\n'),
      ['workflow-unchanged fail'],
    ],
    [
      'documents that break out of their quotes',
      workflowOf('ledger').replace(
        /documents: .*/,
        'documents: "a"\n      service: "component:default/other"',
      ),
      ['workflow-unchanged fail'],
    ],
    [
      'bytes that are no text',
      Buffer.concat([
        Buffer.from(workflowOf('ledger').split('infra')[0]),
        Buffer.from([0xff]),
        Buffer.from(workflowOf('ledger').split('infra')[1]),
      ]),
      ['workflow-unchanged fail'],
    ],
    [
      'nothing',
      '',
      ['own-pipeline fail', 'workflow-pinned fail', 'workflow-unchanged fail'],
    ],
  ])('reads a workflow with %s', (_, text, expected) => {
    const [state, provider, ...rest] = judge(
      facts({ repository: withWorkflow(text) }),
    );
    expect([state, provider]).toEqual([
      expected.length > 0 ? 'drifting' : 'on-road',
      'github-actions',
    ]);
    expect(rest).toEqual(expected);
  });

  it('never passes what nobody could look at', () => {
    expect(judge(facts({ place: unknown, repository: unknown }))).toEqual([
      'unknown',
      undefined,
      'repository unknown',
    ]);
    expect(
      judge(
        facts({ repository: unknown, claim: 'github-actions:meridian/ledger' }),
      ),
    ).toEqual(['unknown', 'github-actions', 'repository unknown']);
    expect(
      judge(facts({ repository: known(repository({ workflow: unknown })) })),
    ).toEqual(['unknown', undefined, 'workflow-present unknown']);
    const hold = { codeOwners: unknown, protection: unknown };
    expect(judge(facts({ repository: known(repository({ hold })) }))).toEqual([
      'unknown',
      'github-actions',
      'code-owners unknown',
      'branch-protected unknown',
    ]);
    // What is known not to hold is said, too.
    expect(
      judge(
        facts({
          repository: known(
            repository({
              hold: { codeOwners: unknown, protection: known(undefined) },
            }),
          ),
        }),
      ),
    ).toEqual([
      'drifting',
      'github-actions',
      'branch-protected fail',
      'code-owners unknown',
    ]);
  });

  it.each([
    ['github-actions:meridian/other', 'own-pipeline fail'],
    ['github-actions:../..//ledger', 'own-pipeline fail'],
    ['; rm -rf /', 'own-pipeline fail'],
    ['', 'own-pipeline fail'],
    ['service-catalog:x', 'pipeline-provisioned fail'],
  ])('drifts with the claim %j', (claim, trouble) => {
    const [state, , ...rest] = judge(facts({ claim }));
    expect(state).toBe('drifting');
    expect(rest).toContain(trouble);
  });

  it('is wired by a claim alone, and then misses its workflow', () => {
    const claim = 'github-actions:meridian/ledger';
    expect(
      judge(facts({ claim, repository: withWorkflow(undefined) })),
    ).toEqual(['drifting', 'github-actions', 'workflow-present fail']);
  });
});
