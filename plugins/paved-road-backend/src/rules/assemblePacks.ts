import { Pack } from '@paved-road/backstage-plugin-paved-road-node';
import { BundleProblem } from './loadedBundle';

/** What a source of packs gave, or failed to. */
export interface ProvidedPacks {
  source: string;
  /** As they were when they were last read; absent where they never were. */
  packs?: Pack[];
  /** Why they could not be read this time. */
  error?: string;
}

/** The packs to put in force, and what could not be. */
export interface AssembledPacks {
  packs: Pack[];
  problems: BundleProblem[];
  /** Sources of packs that should be in force and aren't. */
  missing: string[];
}

/** Puts packs of several sources together; of two packs of one name, the first. */
export function assemblePacks(provided: ProvidedPacks[]): AssembledPacks {
  const packs = new Map<string, Pack>();
  const problems: BundleProblem[] = [];
  const missing: string[] = [];
  for (const { source, packs: given, error } of provided) {
    if (error !== undefined) {
      problems.push(notRead(source, given, error));
    }
    const doubles = given?.filter(({ id }) => packs.has(id)) ?? [];
    if (!given || doubles.length > 0) {
      missing.push(source);
    }
    for (const { id } of doubles) {
      const message = `Not in force: ${source} holds a second pack of this name`;
      problems.push({ pack: id, message });
    }
    for (const pack of given?.filter(({ id }) => !packs.has(id)) ?? []) {
      packs.set(pack.id, pack);
      problems.push(...problemsOfFiles(pack));
    }
  }
  return { packs: [...packs.values()], problems, missing };
}

function notRead(
  source: string,
  kept: Pack[] | undefined,
  error: string,
): BundleProblem {
  return kept
    ? {
        pack: kept.map(({ id }) => id).join(', '),
        message: `Kept as it was when it was last read: ${error}`,
      }
    : { pack: source, message: `Not in force: ${error}` };
}

function problemsOfFiles({ id, problems }: Pack): BundleProblem[] {
  return problems.map(({ path, field, message }) => ({
    pack: id,
    message: `${path}${field ? `, ${field}` : ''}: ${message}`,
  }));
}
