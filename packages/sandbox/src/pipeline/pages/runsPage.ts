import { Links } from '../../forge/api/links';
import { RepositoryId } from '../../forge/git/names';
import { breadcrumb } from '../../forge/pages/breadcrumb';
import { layout, moment } from '../../forge/pages/layout';
import { markup } from '../../forge/pages/markup';
import { Run } from '../model';
import { causeOf, STATES } from './words';

/** The runs of a repository, the newest first. */
export function runsPage(
  id: RepositoryId,
  options: { links: Links; branch: string; runs: Run[] },
): string {
  const { links, branch, runs } = options;
  const rows = [...runs].reverse().map(
    run => markup`<tr>
      <td>${STATES[run.state]}</td>
      <th scope="row">
        <a href="${links.html}/runs/${run.id}">Run ${run.number}</a>
        of ${causeOf(run)}
        ${
          run.reason !== undefined &&
          markup`<br /><span class="soft">${run.reason}</span>`
        }
      </th>
      <td class="end">
        <code>${run.sha.slice(0, 7)}</code> ${moment(run.createdAt)}
      </td>
    </tr>`,
  );
  return layout(
    `Runs · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, { links, ref: branch, path: '' })}
      <h2>Runs of the platform’s pipeline</h2>
      ${
        rows.length > 0
          ? markup`<section class="panel" aria-label="Runs">
              <table class="list">
                ${rows}
              </table>
            </section>`
          : markup`<p class="soft">
              None yet. A run begins with a commit of a repository that is wired
              to the pipeline.
            </p>`
      }`,
  );
}
