import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { protectionOf, State } from '../state/model';
import { breadcrumb } from './breadcrumb';
import { layout } from './layout';
import { markup } from './markup';
import { protectionPanel } from './protectionPanel';

/** What protects the branches of a repository: the default one first, then others that something protects. */
export function branchSettingsPage(
  id: RepositoryId,
  options: { links: Links; branch: string; state: State },
): string {
  const { links, branch, state } = options;
  const others = state.protections.filter(known => known.branch !== branch);
  return layout(
    `Branches of ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, { links, ref: branch, path: '' })}
      ${protectionPanel(branch, protectionOf(state, branch))}
      ${others.map(other => protectionPanel(other.branch, other))}
      <h2>Change it</h2>
      <p>
        Protection is read and set where GitHub’s clients do it, at
        <code>${links.branch(branch)}/protection</code>. Whoever can reach this
        forge may do so: it asks nobody who they are.
      </p>`,
  );
}
