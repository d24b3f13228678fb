import { RuleLocation } from '@paved-road/backstage-plugin-paved-road-common';
import { Pack } from '@paved-road/backstage-plugin-paved-road-node';
import { FileLinks } from '../../scm/scmLinks';

/**
 * The pack with links at every location that has none of its own.
 *
 * @param linksOf - the links of a file by its path in the pack, and of a line of it
 */
export function withLinks(
  pack: Pack,
  linksOf: (path: string, line: number | undefined) => FileLinks,
): Pack {
  const link = (location: RuleLocation): RuleLocation => {
    const { viewUrl, editUrl } = linksOf(location.path, location.line);
    return {
      ...location,
      viewUrl: location.viewUrl ?? viewUrl,
      editUrl: location.editUrl ?? editUrl,
    };
  };
  return {
    ...pack,
    rules: pack.rules.map(rule => ({
      ...rule,
      source: link(rule.source),
      rationaleSource: rule.rationaleSource && link(rule.rationaleSource),
    })),
  };
}
