import { linksOf } from '../api/links';
import { Commit } from '../git/commits';
import { RepositoryId } from '../git/names';
import { markup } from './markup';
import { layout, moment } from './layout';

/** The list of all repositories. */
export function repositoriesPage(
  baseUrl: string,
  repositories: { id: RepositoryId; newest?: Commit }[],
): string {
  const rows = repositories.map(({ id, newest }) => {
    const links = linksOf(baseUrl, id);
    return markup`<tr>
      <th scope="row">
        <a href="${links.html}">${id.owner} / <b>${id.name}</b></a>
      </th>
      <td>${newest?.message.split('\n')[0]}</td>
      <td class="end">${newest && moment(newest.committer.date)}</td>
    </tr>`;
  });
  return layout(
    'Repositories',
    markup`<h1>Repositories</h1>
      <p class="soft">
        The example company's services and policies, as real git repositories.
        Clone one, push a change to it, and the portal reads what you pushed.
      </p>
      ${
        repositories.length === 0
          ? markup`<p>There are none yet.</p>`
          : markup`<div class="panel">
            <table class="list">
              ${rows}
            </table>
          </div>`
      }`,
  );
}
