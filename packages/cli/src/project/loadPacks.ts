import {
  loadControlTowerPack,
  loadPackDirectory,
  Pack,
} from '@paved-road/backstage-plugin-paved-road-node';

const CONTROL_TOWER = 'control-tower';

/** Loads packs by what names them: `control-tower`, or a directory. */
export function loadPacks(names: string[]): Promise<Pack[]> {
  return Promise.all(
    names.map(name =>
      name === CONTROL_TOWER
        ? loadControlTowerPack()
        : loadPackDirectory({ directory: name }),
    ),
  );
}
