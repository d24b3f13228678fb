import { z } from 'zod';

const personaSchema = z.object({
  /** In full: `user:default/mia.kowalski`. */
  entityRef: z.string(),
  name: z.string(),
  /** The person's job. */
  title: z.string().optional(),
  teams: z.array(z.string()),
  /** What they come to the portal for. */
  description: z.string().optional(),
  /** False until the catalog has read the person; nobody can be them before. */
  inCatalog: z.boolean(),
});

/** One of the people who can be chosen. */
export type Persona = z.infer<typeof personaSchema>;

export const personasSchema = z.object({ personas: z.array(personaSchema) });

export const sessionSchema = z.object({
  profile: z.object({
    email: z.string().optional(),
    displayName: z.string().optional(),
    picture: z.string().optional(),
  }),
  backstageIdentity: z.object({
    token: z.string(),
    identity: z.object({
      type: z.literal('user'),
      userEntityRef: z.string(),
      ownershipEntityRefs: z.array(z.string()),
    }),
  }),
});

/** Who is signed in, and the token that says so to the backend. */
export type Session = z.infer<typeof sessionSchema>;
