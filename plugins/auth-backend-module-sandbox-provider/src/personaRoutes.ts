import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { PersonasResponse, teamRefsOf, viewPersona } from './personas';
import { SandboxSettings } from './settings';

/**
 * `GET /sandbox/personas`: whom one can sign in as. Open to everybody, because
 * nobody is signed in yet when it is asked.
 */
export function personaRoutes(options: {
  settings: SandboxSettings;
  catalog: CatalogService;
  auth: AuthService;
}) {
  const { settings, catalog, auth } = options;

  async function find(entityRefs: string[]): Promise<Map<string, Entity>> {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(
      entityRefs.flatMap((ref, index) => {
        const entity = items[index];
        return entity ? [[ref, entity]] : [];
      }),
    );
  }

  const router = Router();
  router.get('/sandbox/personas', async (_req, res) => {
    if (settings.refusal) {
      throw new NotAllowedError(settings.refusal);
    }
    const users = await find(settings.personas.map(p => p.entityRef));
    const teams = [...users.values()].flatMap(teamRefsOf);
    const groups = await find([...new Set(teams)]);
    const response: PersonasResponse = {
      personas: settings.personas.map(persona =>
        viewPersona(persona, users.get(persona.entityRef), groups),
      ),
    };
    res.set('Cache-Control', 'no-store').json(response);
  });
  return router;
}
