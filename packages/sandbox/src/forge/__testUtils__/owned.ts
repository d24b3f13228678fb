import { Files, TestForge, writeFiles } from './forge';

export const OWNERS = `* @meridian/team
/CODEOWNERS @meridian/platform
/.github/workflows/ @meridian/platform
`;

const at = { owner: 'meridian', repo: 'ledger' };

/** A forge that knows who the platform is, with a repository whose code owners are waited for. */
export async function startOwnedForge() {
  const forge = await TestForge.start(
    { ledger: { CODEOWNERS: OWNERS, 'README.md': 'The ledger\n' } },
    { teams: new Map([['@meridian/platform', ['priya.raman']]]) },
  );
  const octokit = forge.octokit().rest;
  await octokit.repos.updateBranchProtection({
    ...{ ...at, branch: 'main' },
    required_status_checks: null,
    enforce_admins: true,
    required_pull_request_reviews: { require_code_owner_reviews: true },
    restrictions: null,
  });
  const propose = async (branch: string, files: Files) => {
    const clone = await forge.clone(at.repo);
    await forge.pushBranch(clone, branch, files);
    const { data } = await octokit.pulls.create({
      ...{ ...at, title: branch, head: branch, base: 'main' },
    });
    const { number } = data;
    const approve = async (by: string, event = 'APPROVE') => {
      const answer = await forge.ask(
        `/api/v3/repos/meridian/ledger/pulls/${number}/reviews`,
        {
          method: 'POST',
          body: Buffer.from(JSON.stringify({ event })),
          headers: {
            'content-type': 'application/json',
            authorization: `Basic ${btoa(`${by}:any`)}`,
          },
        },
      );
      if (answer.status !== 200) {
        throw new Error(String(answer.body));
      }
    };
    const merge = () => octokit.pulls.merge({ ...at, pull_number: number });
    return { clone, approve, merge };
  };
  const more = async (clone: string, branch: string, files: Files) => {
    await writeFiles(clone, files);
    await forge.git(clone, 'add', '--all');
    await forge.git(clone, 'commit', '--quiet', '-m', 'More');
    await forge.git(clone, 'push', '--quiet', 'origin', branch);
  };
  return { propose, more, end: () => forge.end() };
}
