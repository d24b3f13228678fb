import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { GuardCall, PlanOptions } from './types';

/**
 * Files that look at the same types of resources and are wanted for the same
 * documents, in one call each.
 *
 * Of every document one file at least sees the whole: a document that the
 * engine can't read shows, however far the other files look.
 */
export function groupPairs(
  options: Omit<PlanOptions, 'processes'>,
): GuardCall[] {
  const { documents, files, wanted, footprintOf } = options;
  const isWanted = ({ digest }: ReadDocument, file: RuleFile) =>
    wanted.get(digest)?.has(file.digest) ?? false;
  const witnesses = new Map(
    documents.map(document => {
      const own = files.filter(file => isWanted(document, file));
      return [document, own.find(file => !footprintOf(file)) ?? own[0]];
    }),
  );

  const groups = new Map<string, GuardCall[]>();
  for (const file of files) {
    const types = footprintOf(file);
    const wanting = documents.filter(document => isWanted(document, file));
    const whole = wanting.filter(
      document => !types || witnesses.get(document) === file,
    );
    addTo(groups, { documents: whole, files: [file] });
    const sliced = new Set(wanting);
    whole.forEach(document => sliced.delete(document));
    addTo(groups, { documents: [...sliced], files: [file], types });
  }
  return [...groups.values()].flat();
}

function addTo(groups: Map<string, GuardCall[]>, call: GuardCall): void {
  if (call.documents.length === 0) {
    return;
  }
  const [file] = call.files;
  const key = JSON.stringify([
    call.types && [...call.types].sort(),
    call.documents.map(({ digest }) => digest),
  ]);
  const same = groups.get(key) ?? [];
  const names = new Set(file.ruleNames);
  const group = same.find(({ files }) =>
    files.every(({ ruleNames }) => !ruleNames.some(name => names.has(name))),
  );
  if (group) {
    group.files.push(file);
  } else {
    same.push(call);
  }
  groups.set(key, same);
}
