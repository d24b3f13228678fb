import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { breadcrumb } from './breadcrumb';
import { shellWord } from './editPage';
import { layout } from './layout';
import { markup } from './markup';

/** A repository that nothing has been pushed to. */
export function emptyPage(
  id: RepositoryId,
  options: { links: Links; branch: string },
): string {
  const { links, branch } = options;
  return layout(
    `${id.owner}/${id.name}`,
    markup`${breadcrumb(id, { links, ref: branch, path: '' })}
      <p>This repository is empty. Push a first commit to it:</p>
      <pre>
git remote add origin ${shellWord(links.clone)}
git push origin HEAD:${shellWord(branch)}</pre
      >
      <p><a href="${links.branchSettings}">Protection of branches</a></p>`,
  );
}
