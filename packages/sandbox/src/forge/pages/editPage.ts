import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { breadcrumb } from './breadcrumb';
import { markup } from './markup';
import { layout } from './layout';

/** A word as a shell takes it literally. */
export function shellWord(word: string): string {
  return /^[\w./:@-]+$/.test(word) && !word.startsWith('-')
    ? word
    : `'${word.replace(/'/g, `'\\''`)}'`;
}

/** How to propose a change where there is no editor in the browser. */
export function editPage(
  id: RepositoryId,
  options: { links: Links; ref: string; path: string },
): string {
  const { links, ref, path } = options;
  const file = shellWord(path.startsWith('-') ? `./${path}` : path);
  return layout(
    `Change ${path} · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, options)}
      <p>
        This is the sandbox forge: it keeps real git repositories, but has no
        editor and no pull requests. You change a file as you would on your own
        machine.
      </p>
      <ol class="steps">
        <li>
          Clone the repository.
          <pre>
git clone ${shellWord(links.clone)}
cd ${shellWord(id.name)}</pre
          >
        </li>
        <li>Change <code>${path}</code> with the editor of your choice.</li>
        <li>
          Commit it and push.
          <pre>
git add -- ${file}
git commit -m "Say why"
git push origin HEAD:${shellWord(ref)}</pre
          >
        </li>
        <li>
          In the portal, open the service and press <b>Check now</b>. It reads
          what you have pushed.
        </li>
      </ol>
      <p><a href="${links.blobPage(ref, path)}">Back to the file</a></p>`,
  );
}
