import { join } from 'node:path';
import {
  CheckReport,
  DocumentReport,
  Verdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  createBundle,
  loadControlTowerPack,
  loadPackDirectory,
} from '@paved-road/backstage-plugin-paved-road-node';
import { rootDirectory } from './examples';

/** Both packs that the example company checks with. */
export async function loadBundle(): Promise<Bundle> {
  const packs = await Promise.all([
    loadControlTowerPack(),
    loadPackDirectory({ directory: join(rootDirectory, 'policies') }),
  ]);
  return createBundle({ packs });
}

/** The rules with the verdict, in the order of the alphabet. */
export function rulesWith(
  document: DocumentReport,
  verdict: Verdict,
): string[] {
  return document.results
    .filter(result => result.verdict === verdict)
    .map(({ rule }) => rule)
    .sort();
}

/** Whether a rule that fails would stop what is checked. */
export function blocks({ documents }: CheckReport): boolean {
  return documents
    .flatMap(({ results }) => results)
    .some(
      ({ verdict, enforcement }) =>
        verdict === 'fail' && enforcement === 'block',
    );
}
