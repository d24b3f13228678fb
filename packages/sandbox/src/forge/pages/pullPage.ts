import { Links } from '../api/links';
import { FileChange } from '../git/compare';
import { RepositoryId } from '../git/names';
import { limits } from '../limits';
import { Protection, Pull, Status } from '../state/model';
import { linesOf } from './blobPage';
import { breadcrumb } from './breadcrumb';
import { checksPanel } from './checksPanel';
import { layout, moment } from './layout';
import { Markup, markup } from './markup';

export interface PullPageOptions {
  links: Links;
  pull: Pull;
  protection?: Protection;
  statuses: Status[];
  /** Why it can't be merged now, where something holds it. */
  held?: string;
  files: FileChange[];
  patch: string;
}

function standing({ closed, draft }: Pull): Markup {
  if (closed?.mergeSha) {
    return markup`Merged ${moment(closed.at)} by ${closed.by} as
      <code>${closed.mergeSha.slice(0, 7)}</code>`;
  }
  if (closed) {
    return markup`Closed ${moment(closed.at)} by ${closed.by}, not merged`;
  }
  return markup`${draft ? 'Draft' : 'Open'}`;
}

function fileRow({ path, status, additions, deletions }: FileChange) {
  const lines =
    additions === undefined ? 'not text' : `+${additions} −${deletions}`;
  return markup`<tr>
    <th scope="row">${path}</th>
    <td>${status}</td>
    <td class="end">${lines}</td>
  </tr>`;
}

/** A proposed change: where it stands, what checks say, and what would change. */
export function pullPage(id: RepositoryId, options: PullPageOptions): string {
  const { links, pull, held, files, patch } = options;
  const lines = linesOf(patch);
  const cut = lines.length > limits.pageLines;
  return layout(
    `#${pull.number} ${pull.title} · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, { links, ref: pull.base, path: '' })}
      <h2>${pull.title} <span class="soft">#${pull.number}</span></h2>
      <p>
        ${standing(pull)} · <a href="${links.treePage(pull.head)}">${
      pull.head
    }</a> →
        <a href="${links.treePage(pull.base)}">${pull.base}</a> · opened
        ${moment(pull.createdAt)} by ${pull.author}
      </p>
      ${pull.body !== undefined && markup`<pre>${pull.body}</pre>`}
      <h2>Checks</h2>
      ${!pull.closed && markup`<p>${held ?? 'Nothing holds a merge.'}</p>`}
      ${checksPanel(options.protection, options.statuses)}
      <h2>Files</h2>
      <section class="panel" aria-label="Files">
        <table class="list">
          ${files.map(fileRow)}
        </table>
      </section>
      <h2>Changes</h2>
      ${
        cut &&
        markup`<p class="soft">Only the first ${limits.pageLines} lines.</p>`
      }
      <pre tabindex="0">${lines.slice(0, limits.pageLines).join('\n')}</pre>`,
  );
}
