import { useState } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { shortName, validEntityRef } from '../../shared/entityRefs';
import { useUrlParams } from '../../shared/useUrlParams';
import { nameProblem, suggestedName } from './names';

/** For whom something is launched, kept in the address, and what it is called. */
export function useForWhom(product: string) {
  const { params, change } = useUrlParams();
  const [typedName, setTypedName] = useState<string>();
  const asked = validEntityRef(params.get('entity') ?? undefined);
  const entityRef = asked && stringifyEntityRef(parseEntityRef(asked));
  const name =
    typedName ??
    (entityRef ? suggestedName(shortName(entityRef), product) : '');
  return {
    /** Absent where nobody is chosen yet. */
    entityRef,
    name,
    /** What is wrong with the name. */
    problem: nameProblem(name),
    chooseEntity: (entity: string | undefined) =>
      change({ entity }, { replace: true }),
    changeName: setTypedName,
  };
}

export type ForWhomChoice = ReturnType<typeof useForWhom>;
