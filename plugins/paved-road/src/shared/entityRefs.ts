import { parseEntityRef } from '@backstage/catalog-model';
import { EntityPath } from '@paved-road/backstage-plugin-paved-road-common';

/** The parts of an entity ref as the API takes them. */
export function entityPathOf(entityRef: string): EntityPath {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind: kind.toLocaleLowerCase('en-US'), namespace, name };
}

/** The ref where the text is one; data may hold anything. */
export function validEntityRef(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    parseEntityRef(text);
    return text;
  } catch {
    return undefined;
  }
}

/** The name that a ref ends with: `payments-team` of `group:default/payments-team`. */
export function shortName(entityRef: string): string {
  return entityRef.split('/').pop() ?? entityRef;
}
