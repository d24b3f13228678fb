import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { TreeEntry } from '../git/trees';
import { limits } from '../limits';
import { breadcrumb } from './breadcrumb';
import { Markup, markup } from './markup';
import { layout, moment, size } from './layout';
import { Commit } from '../git/commits';

export interface BlobPageOptions {
  links: Links;
  ref: string;
  path: string;
  entry: TreeEntry;
  /** Undefined where the file is not text, or too large for a page. */
  text?: string;
  newest?: Commit;
}

/** The lines of a text; a line break at its end does not begin another one. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function source(lines: string[]): Markup {
  const rows = lines.map((line, index) => {
    const number = index + 1;
    // A cell keeps its spaces, so there are none around the line.
    return markup`<tr id="L${number}"><td class="number"><a href="#L${number}" aria-label="Line ${number}">${number}</a></td><td class="line">${line}</td></tr>
`;
  });
  return markup`<div
    class="source"
    tabindex="0"
    role="region"
    aria-label="Source"
  >
    <table class="code" role="presentation">
      ${rows}
    </table>
  </div>`;
}

function body({ entry, text, links, ref, path }: BlobPageOptions): Markup {
  const raw = markup`<a href="${links.raw(ref, path)}">as it is</a>`;
  const notice = (words: string) =>
    markup`<p class="soft notice">${words} You can open it ${raw}.</p>`;
  if (entry.size === 0) {
    return markup`<p class="soft notice">This file is empty.</p>`;
  }
  if ((entry.size ?? 0) > limits.pageBytes) {
    return notice(
      `This file is too large for a page (${size(entry.size ?? 0)}).`,
    );
  }
  if (text === undefined) {
    return notice('This file is not text.');
  }
  const lines = linesOf(text);
  return lines.length > limits.pageLines
    ? notice(`This file has too many lines for a page (${lines.length}).`)
    : source(lines);
}

/** A file with numbered lines, each of which can be linked to as `#L12`. */
export function blobPage(id: RepositoryId, options: BlobPageOptions): string {
  const { links, ref, path, entry, newest } = options;
  return layout(
    `${path} · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, options)}
      <section class="panel">
        <header>
          <span class="soft">
            ${ref} · ${size(entry.size ?? 0)}
            ${
              newest &&
              markup`· changed ${moment(newest.committer.date)} by
            ${newest.author.name}: ${newest.message.split('\n')[0]}`
            }
          </span>
          <span class="push">
            <a href="${links.raw(ref, path)}">Raw</a>
            <a href="${links.editPage(ref, path)}">Propose a change</a>
          </span>
        </header>
        ${body(options)}
      </section>`,
  );
}
