import { UnresolvedPart } from './types';

const MAX_PARTS = 100;

/** More than any name or path of a template that can be launched. */
const MAX_CHARACTERS = 1000;

/** Collects what can't be known before the launch. */
export class Problems {
  readonly #parts: UnresolvedPart[] = [];
  #more = 0;

  add(propertyPath: string, reason: string, resource?: string): void {
    if (this.#parts.length === MAX_PARTS) {
      this.#more += 1;
      return;
    }
    this.#parts.push({
      ...(resource === undefined ? {} : { resource: clip(resource) }),
      propertyPath: clip(propertyPath),
      reason: clip(reason),
    });
  }

  list(): UnresolvedPart[] {
    return this.#more === 0
      ? this.#parts
      : [
          ...this.#parts,
          {
            propertyPath: '/',
            reason: `${this.#more} more parts can't be known before the launch`,
          },
        ];
  }
}

function clip(text: string): string {
  return text.length > MAX_CHARACTERS
    ? `${text.slice(0, MAX_CHARACTERS - 1)}…`
    : text;
}
