import { InputError } from '@backstage/errors';
import { defaultDocumentLimits } from '../documents/readDocument';

/** What the functions of one template may write together: as much as the engine reads. */
export class Budget {
  #left = defaultDocumentLimits.maxBytes;

  /** For lists, whose items take more than a character. */
  spendItems(count: number): void {
    this.spend(count * 16);
  }

  /** @throws InputError where there is no more left. */
  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) {
      throw new InputError(
        `The template grows beyond ${defaultDocumentLimits.maxBytes} bytes when its values are put in`,
      );
    }
  }
}
