import { Protection } from '../forge/ForgeRepository';
import { findLosses, judgeProtection } from './judgeProtection';
import { strengthen } from './strengthen';

const CHECK = 'paved-road / verdict';

const on = { enabled: true };
const off = { enabled: false };

/** What GitHub answers of a branch that is held as the channel needs it. */
const held: Protection = {
  required_status_checks: {
    strict: true,
    contexts: [CHECK],
    checks: [{ context: CHECK, app_id: 4711 }],
  },
  enforce_admins: { url: 'x', ...on },
  required_pull_request_reviews: {
    dismiss_stale_reviews: true,
    require_code_owner_reviews: true,
    required_approving_review_count: 1,
  },
  allow_force_pushes: off,
  allow_deletions: off,
};
const reviews = held.required_pull_request_reviews!;
const checks = held.required_status_checks!;

it('finds nothing wrong where all holds', () => {
  expect(judgeProtection(held, CHECK)).toEqual([]);
});

it.each<[string, Partial<Protection>]>([
  ["doesn't wait for", { required_status_checks: undefined }],
  [
    "doesn't wait for",
    {
      required_status_checks: {
        ...checks,
        contexts: ['paved-road'],
        checks: [{ context: 'paved-road', app_id: null }],
      },
    },
  ],
  ['up to date', { required_status_checks: { ...checks, strict: false } }],
  ['nobody has to approve', { required_pull_request_reviews: undefined }],
  [
    'nobody has to approve',
    {
      required_pull_request_reviews: {
        ...reviews,
        required_approving_review_count: 0,
      },
    },
  ],
  [
    "owners aren't asked",
    {
      required_pull_request_reviews: {
        ...reviews,
        require_code_owner_reviews: false,
      },
    },
  ],
  [
    'pushed after it',
    {
      required_pull_request_reviews: {
        ...reviews,
        dismiss_stale_reviews: false,
      },
    },
  ],
  [
    'without a pull request',
    {
      required_pull_request_reviews: {
        ...reviews,
        bypass_pull_request_allowances: { teams: [{ slug: 'ops' } as never] },
      },
    },
  ],
  ["administrators aren't held", { enforce_admins: undefined }],
  ['rewritten', { allow_force_pushes: on }],
  ['rewritten', { allow_force_pushes: undefined }],
  ['removed', { allow_deletions: on }],
  ['removed', { allow_deletions: undefined }],
])('finds what is wrong: %s', (words, other) => {
  const problems = judgeProtection({ ...held, ...other }, CHECK);
  expect(problems.join()).toContain(words);
});

it('holds nothing for a branch that isn’t protected', () => {
  expect(judgeProtection(undefined, CHECK)).toHaveLength(8);
});

describe('what is asked for', () => {
  it('is all of it where nothing is there', () => {
    expect(strengthen(undefined, CHECK)).toEqual({
      required_status_checks: {
        strict: true,
        checks: [{ context: CHECK, app_id: -1 }],
      },
      enforce_admins: true,
      required_pull_request_reviews: {
        require_code_owner_reviews: true,
        required_approving_review_count: 1,
        dismiss_stale_reviews: true,
        require_last_push_approval: false,
      },
      restrictions: null,
      allow_force_pushes: false,
      allow_deletions: false,
      required_linear_history: false,
      required_conversation_resolution: false,
      block_creations: false,
      lock_branch: false,
      allow_fork_syncing: false,
    });
  });

  it('keeps what is there, and takes the ways around it away', () => {
    const who = {
      users: [{ login: 'mia' } as never],
      teams: [{ slug: 'ops' } as never],
      apps: [{ slug: 'bot' } as never],
    };
    const names = { users: ['mia'], teams: ['ops'], apps: ['bot'] };
    expect(
      strengthen(
        {
          ...held,
          required_status_checks: {
            ...checks,
            contexts: [CHECK, 'old'],
            checks: [
              { context: CHECK, app_id: 4711 },
              { context: 'lint', app_id: null },
            ],
          },
          required_pull_request_reviews: {
            ...reviews,
            required_approving_review_count: 0,
            require_last_push_approval: true,
            dismissal_restrictions: who,
            bypass_pull_request_allowances: who,
          },
          restrictions: {
            url: '',
            users_url: '',
            teams_url: '',
            apps_url: '',
            ...who,
          },
          required_linear_history: on,
          lock_branch: on,
        },
        CHECK,
      ),
    ).toMatchObject({
      required_status_checks: {
        checks: [
          { context: CHECK, app_id: 4711 },
          { context: 'lint', app_id: -1 },
          { context: 'old', app_id: -1 },
        ],
      },
      required_pull_request_reviews: {
        required_approving_review_count: 1,
        require_last_push_approval: true,
        dismissal_restrictions: names,
        bypass_pull_request_allowances: { users: [], teams: [], apps: [] },
      },
      restrictions: names,
      required_linear_history: true,
      lock_branch: true,
    });
  });
});

it('tells what was lost', () => {
  const before: Protection = {
    ...held,
    required_pull_request_reviews: {
      ...reviews,
      required_approving_review_count: 2,
    },
    required_signatures: { url: '', ...on },
  };
  expect(findLosses(before, before)).toEqual([]);
  expect(findLosses(undefined, held)).toEqual([]);
  expect(
    findLosses(before, { ...held, required_status_checks: undefined }),
  ).toEqual([
    `a merge no longer waits for '${CHECK}'`,
    "'required_signatures' is no longer on",
    '1 approvals are enough, no longer 2',
  ]);
});
