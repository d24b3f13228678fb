import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pavedRoadPlugin } from './plugin';

describe('pavedRoadPlugin', () => {
  it('has the extensions that the README names', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    const ids = readme
      .split('\n')
      .filter(line => line.startsWith('|'))
      .flatMap(line => line.match(/`[a-z-]+:paved-road[^`]*`/g) ?? [])
      .map(id => id.slice(1, -1));
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      expect(pavedRoadPlugin.getExtension(id as never)).toBeDefined();
    }
  });
});
