import {
  KubernetesValidatorFunctions as valid,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { plainLine } from '../plainLine';

/**
 * The entity ref of a service, in full.
 *
 * @throws InputError where no entity can have it
 */
export function readService(service: string): string {
  try {
    const ref = parseEntityRef(service, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    if (
      valid.isValidKind(ref.kind) &&
      valid.isValidNamespace(ref.namespace.toLocaleLowerCase('en-US')) &&
      valid.isValidObjectName(ref.name)
    ) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Said below, in the same words.
  }
  throw new InputError(
    `The service '${plainLine(service).slice(
      0,
      60,
    )}' is no entity ref; write it as component:default/payments-api`,
  );
}
