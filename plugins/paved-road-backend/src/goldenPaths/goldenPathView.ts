import {
  GoldenPath,
  ServiceGoldenPath,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PathClaim } from './pathClaim';
import { PathTemplate } from './pathTemplate';
import { changesSince, compareVersions } from './versions';

/** What a service has whose entity doesn't say which version it came from. */
const NO_VERSION = 'unknown';

/** A golden path as the contract has it. */
export function goldenPathView(
  { spec, ...template }: PathTemplate,
  context: {
    /** Of the services that the reader may see. */
    claims: PathClaim[];
    /** Of the rules in force. */
    ruleTitles: Map<string, string>;
  },
): GoldenPath {
  const own = context.claims.filter(({ ref }) => ref === template.ref);
  return {
    ...template,
    gives: spec?.gives ?? [],
    leaving: spec?.leaving,
    rules: (spec?.rules ?? []).map(id => ({
      id,
      title: context.ruleTitles.get(id) ?? id,
      inForce: context.ruleTitles.has(id),
    })),
    changes: spec?.changes ?? [],
    usage: { services: own.length, versions: countVersions(own) },
  };
}

function countVersions(claims: PathClaim[]): GoldenPath['usage']['versions'] {
  const counts = new Map<string, number>();
  for (const { version = NO_VERSION } of claims) {
    counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return [...counts]
    .map(([version, services]) => ({ version, services }))
    .sort((a, b) =>
      a.version === NO_VERSION || b.version === NO_VERSION
        ? Number(a.version === NO_VERSION) - Number(b.version === NO_VERSION)
        : compareVersions(b.version, a.version),
    );
}

/** Where a service came from, and what has changed since. */
export function serviceGoldenPathView(
  entityRef: string,
  claim: PathClaim | undefined,
  template: PathTemplate | undefined,
): ServiceGoldenPath {
  if (!claim) {
    return { entityRef };
  }
  const { ref, version } = claim;
  return {
    entityRef,
    path: {
      ref,
      title: template?.title ?? ref,
      version,
      latest: template?.version,
      changes: changesSince(version, template?.spec?.changes ?? []),
    },
  };
}
