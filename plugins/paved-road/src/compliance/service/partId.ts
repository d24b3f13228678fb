import { ResultGroupKind } from './groupResults';

/** The place of a part on a service's page, for links to it. */
export function partId(
  part: ResultGroupKind | 'pipeline' | 'documents' | 'history',
) {
  return `paved-road-${part}`;
}
