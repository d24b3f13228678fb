import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { PolicyEngine } from './engine/PolicyEngine';
import { Pack } from './packs/types';

/**
 * Replaces the engine that evaluates rules.
 *
 * @public
 */
export interface PavedRoadEngineExtensionPoint {
  /** @throws Error where an engine is set already. */
  setEngine(engine: PolicyEngine): void;
}

/** @public */
export const pavedRoadEngineExtensionPoint =
  createExtensionPoint<PavedRoadEngineExtensionPoint>({
    id: 'paved-road.engine',
  });

/**
 * Loads packs from a source of one's own.
 *
 * @public
 */
export interface PackProvider {
  /** Names the source in errors. */
  name: string;
  loadPacks(): Promise<Pack[]>;
}

/**
 * Adds packs besides those of the configuration.
 *
 * @public
 */
export interface PavedRoadPacksExtensionPoint {
  addPackProvider(provider: PackProvider): void;
}

/** @public */
export const pavedRoadPacksExtensionPoint =
  createExtensionPoint<PavedRoadPacksExtensionPoint>({
    id: 'paved-road.packs',
  });
