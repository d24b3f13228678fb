import { InputError } from '@backstage/errors';
import {
  ChannelSettings,
  PipelineProvider,
} from '@paved-road/backstage-plugin-paved-road-common';

/** A provider, with what is configured of it. */
export type OfferedProvider =
  | {
      provider: 'github-actions';
      settings: NonNullable<ChannelSettings['githubActions']>;
    }
  | {
      provider: 'service-catalog';
      settings: NonNullable<ChannelSettings['serviceCatalog']>;
    };

/**
 * The provider that is named, or else the first one that the portal offers.
 *
 * @throws InputError where it isn't offered
 */
export function chooseProvider(
  { githubActions, serviceCatalog }: ChannelSettings,
  named: PipelineProvider | undefined,
): OfferedProvider {
  const offered: OfferedProvider[] = [
    ...(githubActions
      ? [{ provider: 'github-actions' as const, settings: githubActions }]
      : []),
    ...(serviceCatalog
      ? [{ provider: 'service-catalog' as const, settings: serviceCatalog }]
      : []),
  ];
  const chosen = offered.find(
    ({ provider }) => named === undefined || provider === named,
  );
  if (!chosen) {
    const names = offered.map(({ provider }) => provider).join(', ');
    throw new InputError(
      `The portal doesn't offer ${
        named ? `pipelines of '${named}'` : 'any pipeline'
      }; ${
        names ? `use ${names}, or configure it` : 'configure one'
      } in pavedRoad.channel`,
    );
  }
  return chosen;
}
