import {
  CALLER_WORKFLOW_PATH,
  platformCodeOwners,
  renderCallerWorkflow,
  REQUIRED_CHECK,
} from '@paved-road/backstage-plugin-paved-road-common';

export const WORKFLOW = 'meridian/platform/.github/workflows/paved-road.yml';
export const TEAM = '@meridian/platform';

export const settings = {
  requiredCheck: REQUIRED_CHECK,
  platformTeam: TEAM,
  githubActions: { workflow: WORKFLOW, refs: ['v2', 'v1'] },
};

export function workflowOf(
  name: string,
  change: Partial<Parameters<typeof renderCallerWorkflow>[0]> = {},
): string {
  return renderCallerWorkflow({
    workflow: WORKFLOW,
    ref: 'v2',
    service: `component:default/${name}`,
    documents: 'infra/*.yaml, cdk.out/*.template.json',
    branch: 'main',
    ...change,
  });
}

/** The files of a repository that is wired as the platform does it. */
export function wiredFiles(name: string): Record<string, string> {
  return {
    'README.md': `# ${name}`,
    CODEOWNERS: `* @meridian/payments\n${platformCodeOwners(TEAM)}`,
    [CALLER_WORKFLOW_PATH]: workflowOf(name),
  };
}

/** What the platform sets, in the words of GitHub's API. */
export const PROTECTION = {
  required_status_checks: { strict: true, contexts: [REQUIRED_CHECK] },
  enforce_admins: true,
  required_pull_request_reviews: {
    required_approving_review_count: 1,
    require_code_owner_reviews: true,
    dismiss_stale_reviews: true,
  },
  restrictions: null,
};
