import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { breadcrumb } from './breadcrumb';
import { Markup, markup } from './markup';
import { layout } from './layout';

/** A word as a shell takes it literally. */
export function shellWord(word: string): string {
  return /^[\w./:@-]+$/.test(word) && !word.startsWith('-')
    ? word
    : `'${word.replace(/'/g, `'\\''`)}'`;
}

const MINE = 'my-change';

/** How a branch that takes no pushes gets a change. */
function proposal(links: Links, ref: string): Markup {
  const words = JSON.stringify({ title: 'Say why', head: MINE, base: ref });
  return markup`<li>
    <code>${ref}</code> is protected. Open a pull request, and merge it when its
    checks have passed.
    <pre>
curl -H content-type:application/json -d ${shellWord(words)} ${shellWord(
    `${links.api}/pulls`,
  )}
curl -X PUT ${shellWord(`${links.api}/pulls/NUMBER/merge`)}</pre
    >
  </li>`;
}

/** How to propose a change where there is no editor in the browser. */
export function editPage(
  id: RepositoryId,
  options: {
    links: Links;
    ref: string;
    path: string;
    /** Whether the branch takes no pushes, so that another one is proposed for it. */
    held: boolean;
  },
): string {
  const { links, ref, path, held } = options;
  const file = shellWord(path.startsWith('-') ? `./${path}` : path);
  return layout(
    `Change ${path} · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, options)}
      <p>
        This is the sandbox forge: it keeps real git repositories, but has no
        editor. You change a file as you would on your own machine.
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
git push origin HEAD:${held ? MINE : shellWord(ref)}</pre
          >
        </li>
        ${held && proposal(links, ref)}
        <li>
          In the portal, open the service and press <b>Check now</b>. It reads
          what you have pushed.
        </li>
      </ol>
      <p><a href="${links.blobPage(ref, path)}">Back to the file</a></p>`,
  );
}
