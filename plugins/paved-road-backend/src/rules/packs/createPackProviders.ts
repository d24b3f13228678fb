import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  loadControlTowerPack,
  loadPackDirectory,
  Pack,
  PackProvider,
} from '@paved-road/backstage-plugin-paved-road-node';
import { PackSource } from '../../config';
import { urlPackProvider } from './urlPackProvider';

/** One provider for each configured source. */
export function createPackProviders(
  sources: PackSource[],
  options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
  },
): PackProvider[] {
  return sources.map(source => {
    switch (source.type) {
      case 'control-tower':
        return controlTowerProvider(source.target);
      case 'directory':
        return {
          name: source.target,
          loadPacks: async () => [await loadPackDirectory(source)],
        };
      default:
        return urlPackProvider({ ...options, source });
    }
  });
}

/** Installed with the plugin, so it can't change while the plugin runs. */
function controlTowerProvider(name: string): PackProvider {
  let loaded: Pack[] | undefined;
  return {
    name,
    async loadPacks() {
      loaded ??= [await loadControlTowerPack()];
      return loaded;
    },
  };
}
