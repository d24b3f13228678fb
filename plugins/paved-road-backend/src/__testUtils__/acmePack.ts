import { loadPackFiles } from '@paved-road/backstage-plugin-paved-road-node';
import { packFiles } from './packFiles';

/** The pack that `packFiles` writes. */
export function acmePack(files: Record<string, string> = {}) {
  const all = Object.entries({ ...packFiles('acme'), ...files });
  return loadPackFiles({
    files: all.map(([path, text]) => ({
      path: path.replace(/^acme\//, ''),
      text,
    })),
    fallbackId: 'acme',
  });
}
