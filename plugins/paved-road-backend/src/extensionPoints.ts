import { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  PackProvider,
  pavedRoadEngineExtensionPoint,
  pavedRoadPacksExtensionPoint,
  PolicyEngine,
} from '@paved-road/backstage-plugin-paved-road-node';

/** What modules of the plugin have put in by the time it starts. */
export interface Extensions {
  engine?: PolicyEngine;
  packProviders: PackProvider[];
}

/** Offers the plugin's extension points. */
export function registerExtensionPoints(
  env: BackendPluginRegistrationPoints,
): Extensions {
  const extensions: Extensions = { packProviders: [] };
  env.registerExtensionPoint(pavedRoadEngineExtensionPoint, {
    setEngine(engine) {
      if (extensions.engine) {
        throw new Error('The policy engine of paved-road is set already');
      }
      extensions.engine = engine;
    },
  });
  env.registerExtensionPoint(pavedRoadPacksExtensionPoint, {
    addPackProvider(provider) {
      extensions.packProviders.push(provider);
    },
  });
  return extensions;
}
