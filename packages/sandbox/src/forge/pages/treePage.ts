import { Links } from '../api/links';
import { Commit } from '../git/commits';
import { RepositoryId } from '../git/names';
import { protectionOf, State } from '../state/model';
import { TreeEntry } from '../git/trees';
import { breadcrumb } from './breadcrumb';
import { markup } from './markup';
import { layout, moment, size } from './layout';
import { protectionPanel } from './protectionPanel';
import { pullsPanel } from './pullsPanel';

const ICONS = { blob: '📄', tree: '📁', commit: '🔗' };

function row(entry: TreeEntry, path: string, { links, ref }: TreePageOptions) {
  const full = path === '' ? entry.path : `${path}/${entry.path}`;
  const to = {
    blob: links.blobPage(ref, full),
    tree: links.treePage(ref, full),
    commit: undefined,
  }[entry.type];
  return markup`<tr>
    <th scope="row">
      <span aria-hidden="true">${ICONS[entry.type]}</span>
      ${to ? markup`<a href="${to}">${entry.path}</a>` : entry.path}
    </th>
    <td class="end">${entry.size !== undefined && size(entry.size)}</td>
  </tr>`;
}

export interface TreePageOptions {
  links: Links;
  ref: string;
  path: string;
  branches: string[];
  entries: TreeEntry[];
  commits: Commit[];
  /** The text of the folder's README, where it has one. */
  readme?: string;
  state: State;
  /** Whether pipelines are run here. */
  hasRuns: boolean;
}

function commitRow(commit: Commit, links: Links) {
  return markup`<tr>
    <th scope="row">
      <a href="${links.treePage(commit.sha)}"
        >${commit.message.split('\n')[0]}</a
      >
    </th>
    <td>${commit.author.name}</td>
    <td class="end">
      <code>${commit.sha.slice(0, 7)}</code> ${moment(commit.committer.date)}
    </td>
  </tr>`;
}

/** A folder of a repository; at the root also how to clone it and what was last done. */
export function treePage(id: RepositoryId, options: TreePageOptions): string {
  const { links, ref, path, branches, entries, commits, readme } = options;
  const order = { tree: 0, commit: 1, blob: 2 };
  const sorted = [...entries].sort((a, b) => order[a.type] - order[b.type]);
  const branchLinks = branches.map(branch =>
    branch === ref
      ? markup`<li><span aria-current="true">${branch}</span></li>`
      : markup`<li><a href="${links.treePage(
          branch,
          path,
        )}">${branch}</a></li>`,
  );
  return layout(
    `${id.owner}/${id.name}`,
    markup`${breadcrumb(id, options)}
      <nav aria-label="Branches">
        <ul class="branches">
          ${branchLinks}
        </ul>
      </nav>
      <section class="panel" aria-label="Files">
        <table class="list">
          ${sorted.map(entry => row(entry, path, options))}
        </table>
      </section>
      ${
        path === '' &&
        markup`<h2>Clone it</h2>
          <pre>git clone ${links.clone}</pre>
          ${
            options.hasRuns &&
            markup`<p>
              <a href="${links.html}/runs">Runs of the platform’s pipeline</a>
            </p>`
          }
          ${pullsPanel(options.state.pulls, links)}
          ${
            branches.includes(ref) &&
            protectionPanel(ref, protectionOf(options.state, ref))
          }
          <p>
            <a href="${links.branchSettings}">Protection of branches</a>
          </p>`
      }
      <h2>Newest commits</h2>
      <section class="panel" aria-label="Newest commits">
        <table class="list">
          ${commits.map(commit => commitRow(commit, links))}
        </table>
      </section>
      ${
        readme !== undefined &&
        markup`<h2>README</h2>
        <pre>${readme}</pre>`
      }`,
  );
}
