import { Links } from '../api/links';
import { Pull } from '../state/model';
import { moment } from './layout';
import { Markup, markup } from './markup';

/** The open pull requests of a repository, the newest first. */
export function pullsPanel(pulls: Pull[], links: Links): Markup {
  const open = pulls.filter(({ closed }) => !closed).reverse();
  const rows = open.map(
    ({ number, title, head, base, createdAt }) =>
      markup`<tr>
        <th scope="row">
          <a href="${links.pullPage(number)}">#${number} ${title}</a>
        </th>
        <td>${head} → ${base}</td>
        <td class="end">${moment(createdAt)}</td>
      </tr>`,
  );
  return markup`<h2>Open pull requests</h2>
    ${
      rows.length > 0
        ? markup`<section class="panel" aria-label="Open pull requests">
            <table class="list">
              ${rows}
            </table>
          </section>`
        : markup`<p class="soft">None.</p>`
    }`;
}
