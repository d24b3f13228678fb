import {
  BundleSummary,
  EngineInfo,
  PackSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Pack } from '@paved-road/backstage-plugin-paved-road-node';
import { LoadedBundle } from './loadedBundle';

/** The bundle in force in numbers, with what could not be brought into it. */
export function summarizeBundle(
  loaded: LoadedBundle,
  context: { engine: EngineInfo; defaultEnvironment: string },
): BundleSummary {
  const { bundle, brokenFiles, problems } = loaded;
  return {
    digest: bundle.digest,
    ...context,
    packs: bundle.packs.map(pack => summarizePack(pack, brokenFiles)),
    environments: bundle.environments.map(({ name }) => name),
    problems,
  };
}

function summarizePack(
  pack: Pack,
  brokenFiles: LoadedBundle['brokenFiles'],
): PackSummary {
  const { id, title, owner, version, proposeChanges, rules } = pack;
  return {
    id,
    title,
    owner,
    version,
    proposeChanges,
    ruleCount: rules.length,
    brokenCount: rules.filter(({ files }) =>
      files.some(file => brokenFiles.has(file.digest)),
    ).length,
    withoutRationaleCount: rules.filter(({ hasRationale }) => !hasRationale)
      .length,
  };
}
