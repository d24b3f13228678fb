import { Links } from '../api/links';
import { RepositoryId } from '../git/names';
import { Markup, markup } from './markup';

/** The way from the list of repositories to a path, each step a link but the last. */
export function breadcrumb(
  id: RepositoryId,
  options: { links: Links; ref: string; path: string },
): Markup {
  const { links, ref, path } = options;
  const parts = path === '' ? [] : path.split('/');
  const steps = parts.map((part, index) => {
    if (index === parts.length - 1) {
      return markup` / ${part}`;
    }
    const to = links.treePage(ref, parts.slice(0, index + 1).join('/'));
    return markup` / <a href="${to}">${part}</a>`;
  });
  return markup`<h1>
    <a href="/">${id.owner}</a> /
    <a href="${links.treePage(ref)}">${id.name}</a>${steps}
  </h1>`;
}
