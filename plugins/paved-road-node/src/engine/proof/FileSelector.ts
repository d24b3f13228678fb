import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { proveFootprint } from './footprint';
import { proveRequirements, Requirement } from './requirements';

/** Knows what is proven of files, each looked at once. */
export class FileSelector {
  readonly #requirements = new Map<string, Requirement[] | undefined>();
  readonly #footprints = new Map<string, ReadonlySet<string> | undefined>();

  /** The types of the resources that a file looks at; undefined for all. */
  footprintOf({ digest, text }: RuleFile): ReadonlySet<string> | undefined {
    if (!this.#footprints.has(digest)) {
      const types = proveFootprint(text);
      this.#footprints.set(digest, types && new Set(types));
    }
    return this.#footprints.get(digest);
  }

  /** Leaves out the files that are proven to say nothing but `skip`. */
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
