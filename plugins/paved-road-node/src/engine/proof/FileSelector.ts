import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { proveRequirements, Requirement } from './requirements';

/** Leaves out the files that are proven to say nothing but `skip`. */
export class FileSelector {
  readonly #requirements = new Map<string, Requirement[] | undefined>();

  select(document: ReadDocument, files: RuleFile[]): RuleFile[] {
    const held = new Map<string, boolean>();
    const holds = (text: string): boolean => {
      const known = held.get(text) ?? document.mayHold(text);
      held.set(text, known);
      return known;
    };
    return files.filter(file => {
      const requirements = this.#requirementsOf(file);
      return (
        !requirements ||
        requirements.some(lists => lists.every(list => list.some(holds)))
      );
    });
  }

  #requirementsOf({ digest, text }: RuleFile): Requirement[] | undefined {
    if (!this.#requirements.has(digest)) {
      this.#requirements.set(digest, proveRequirements(text));
    }
    return this.#requirements.get(digest);
  }
}
