import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  UserEntity,
} from '@backstage/catalog-model';
import { Persona } from './settings';

/**
 * One of the people who can be chosen, as the sign-in page shows them.
 *
 * @public
 */
export interface PersonaView {
  entityRef: string;
  name: string;
  /** The person's job, where the catalog knows it. */
  title?: string;
  teams: string[];
  /** What this person can do in the portal. */
  description?: string;
  /** False until the catalog has read the person; nobody can be them before. */
  inCatalog: boolean;
}

/**
 * Answer of `GET /api/auth/sandbox/personas`.
 *
 * @public
 */
export interface PersonasResponse {
  personas: PersonaView[];
}

/** The groups that a person is a direct member of. */
export function teamRefsOf(user: Entity | undefined): string[] {
  return (user?.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
}

function displayName(entity: Entity | undefined): string | undefined {
  const profile = (entity as UserEntity | undefined)?.spec?.profile;
  return profile?.displayName ?? entity?.metadata.title;
}

/** What the page shows of a person, from the configuration and the catalog. */
export function viewPersona(
  persona: Persona,
  user: Entity | undefined,
  groups: Map<string, Entity>,
): PersonaView {
  const nameOf = (ref: string, entity: Entity | undefined) =>
    displayName(entity) ?? parseEntityRef(ref).name;
  return {
    entityRef: persona.entityRef,
    name: nameOf(persona.entityRef, user),
    title: user?.metadata.description,
    teams: teamRefsOf(user).map(ref => nameOf(ref, groups.get(ref))),
    description: persona.description,
    inCatalog: user !== undefined,
  };
}
