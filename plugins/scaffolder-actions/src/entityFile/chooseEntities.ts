import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { EntityDocument } from './readEntityFile';

/**
 * The entity that is named, or else all components.
 *
 * @throws InputError where the file has none, naming those that it has
 */
export function chooseEntities(
  entities: EntityDocument[],
  {
    path,
    entity,
    input = 'entity',
  }: {
    path: string;
    entity?: string;
    /** By which input of the action an entity is named. */
    input?: string;
  },
): EntityDocument[] {
  const wanted = entity === undefined ? undefined : refOf(entity);
  const chosen = entities.filter(({ ref, kind }) =>
    wanted ? ref === wanted : kind.toLocaleLowerCase('en') === 'component',
  );
  if (chosen.length === 0) {
    const refs = entities.map(({ ref }) => ref);
    throw new InputError(
      `The file '${path}' has no ${
        wanted ?? 'Component'
      }; name one of its entities with '${input}': ${
        refs.length > 0 ? refs.join(', ') : 'it has none'
      }`,
    );
  }
  return chosen;
}

function refOf(entity: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entity, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch (error) {
    throw new InputError(`The entity '${entity}' is no entity ref`, error);
  }
}
