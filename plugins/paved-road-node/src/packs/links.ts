import { RuleLocation } from '@paved-road/backstage-plugin-paved-road-common';

/** Where people read and edit the files of a pack. */
export interface PackLinks {
  viewUrl?: string;
  editUrl?: string;
}

/** Where a file of a pack lies, with the links to it. */
export function locationOf(
  path: string,
  line: number | undefined,
  links: PackLinks,
): RuleLocation {
  const { viewUrl, editUrl } = links;
  const below = (base: string) =>
    `${base.replace(/\/+$/, '')}/${path
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
  return {
    path,
    line,
    viewUrl: viewUrl && `${below(viewUrl)}${line ? `#L${line}` : ''}`,
    editUrl: editUrl && below(editUrl),
  };
}
