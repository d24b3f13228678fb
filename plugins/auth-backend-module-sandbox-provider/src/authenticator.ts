import { UserEntity } from '@backstage/catalog-model';
import {
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AuthResolverContext,
  createProxyAuthenticator,
  SignInInfo,
} from '@backstage/plugin-auth-node';
import { Request } from 'express';
import { SandboxSettings } from './settings';

/** Who has been chosen. */
export interface SandboxResult {
  entityRef: string;
}

/**
 * Refuses what another web site could have made a browser send: a header that
 * only a page of an allowed origin can set is required, and so is the method
 * that links and images can't use.
 */
function refuseCrossSite(
  req: Request,
  isOriginAllowed: (origin: string) => boolean,
) {
  if (req.method !== 'POST') {
    throw new NotAllowedError('Sandbox sign-in takes POST requests only');
  }
  if (req.get('x-requested-with') !== 'XMLHttpRequest') {
    throw new NotAllowedError(
      'Sandbox sign-in needs the header X-Requested-With: XMLHttpRequest',
    );
  }
  const origin = req.get('origin');
  if (origin !== undefined && !isOriginAllowed(origin)) {
    throw new NotAllowedError(
      'Sandbox sign-in is refused from pages of another origin than app.baseUrl',
    );
  }
}

async function inCatalog<T>(entityRef: string, lookUp: () => Promise<T>) {
  try {
    return await lookUp();
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `${entityRef} is not in the catalog; shortly after a start it may not have been read yet`,
      );
    }
    throw error;
  }
}

/** Takes the caller's word for who they are, if they name one of the personas. */
export function createSandboxAuthenticator(
  settings: SandboxSettings,
  isOriginAllowed: (origin: string) => boolean,
) {
  return createProxyAuthenticator({
    initialize() {},
    async authenticate({ req }: { req: Request }) {
      if (settings.refusal) {
        throw new NotAllowedError(settings.refusal);
      }
      refuseCrossSite(req, isOriginAllowed);
      const entityRef: unknown = req.body?.entityRef;
      if (typeof entityRef !== 'string') {
        throw new InputError(
          'Sandbox sign-in needs a JSON body that names who to be: { "entityRef": "user:default/…" }',
        );
      }
      const persona = settings.personas.find(p => p.entityRef === entityRef);
      if (!persona) {
        throw new NotAllowedError(
          'Sandbox sign-in is refused for all but auth.providers.sandbox.personas',
        );
      }
      return { result: { entityRef: persona.entityRef } };
    },
    async defaultProfileTransform(
      { entityRef }: SandboxResult,
      ctx: AuthResolverContext,
    ) {
      const { entity } = await inCatalog(entityRef, () =>
        ctx.findCatalogUser({ entityRef }),
      );
      return { profile: (entity as UserEntity).spec.profile ?? {} };
    },
  });
}

/** Signs in as the chosen user of the catalog, with the groups it knows. */
export function signInAsPersona(
  { result: { entityRef } }: SignInInfo<SandboxResult>,
  ctx: AuthResolverContext,
) {
  return inCatalog(entityRef, () => ctx.signInWithCatalogUser({ entityRef }));
}
