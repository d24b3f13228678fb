import { CALLER_JOB } from './requiredCheck';

/**
 * Where the workflow is that calls the platform's.
 *
 * @public
 */
export const CALLER_WORKFLOW_PATH = '.github/workflows/paved-road.yml';

/**
 * What a repository's own workflow says, and all that it says.
 *
 * @public
 */
export interface CallerWorkflow {
  /** The reusable workflow: `owner/repository/.github/workflows/file.yml`. */
  workflow: string;
  /** The version of it that is called, a tag or a commit. */
  ref: string;
  /** The entity ref of the service, in full. */
  service: string;
  /** Glob patterns of what is checked and deployed, separated by commas. */
  documents: string;
  /** The branch that goes to production. */
  branch: string;
}

/**
 * The whole text of a repository's workflow. It is the platform's file: whoever
 * finds another text there knows that it was changed.
 *
 * @public
 */
export function renderCallerWorkflow(caller: CallerWorkflow): string {
  const { branch, documents, ref, service, workflow } = caller;
  // JSON's strings are YAML's double-quoted ones.
  const quoted = (value: string) => JSON.stringify(value);
  return `# The platform's: it brings what is built here to production. What is built,
# and how, is the team's and stands in .github/actions/build/action.yml.
name: paved-road

on:
  push:
    branches: [${quoted(branch)}]
  pull_request:
    branches: [${quoted(branch)}]

permissions: {}

jobs:
  ${CALLER_JOB}:
    uses: ${workflow}@${ref}
    permissions:
      contents: read
      id-token: write
      statuses: write
    with:
      service: ${quoted(service)}
      documents: ${quoted(documents)}
`;
}
