import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { rest } from 'msw';
import { setupServer } from 'msw/node';
import { Persona } from '../session';

const AUTH = 'http://localhost:7007/api/auth/sandbox';

export const mia: Persona = {
  entityRef: 'user:default/mia.kowalski',
  name: 'Mia Kowalski',
  title: 'Developer',
  teams: ['Payments'],
  description: 'One of her services fails.',
  inCatalog: true,
};

export const tomas: Persona = {
  entityRef: 'user:default/tomas.reyes',
  name: 'Tomas Reyes',
  title: 'Auditor',
  teams: ['Internal Audit'],
  inCatalog: true,
};

/** A token as the auth backend issues them, without a signature that anybody checks here. */
export function tokenFor(seconds: number, mark = ''): string {
  const part = (claims: object) =>
    Buffer.from(JSON.stringify(claims)).toString('base64url');
  const iat = 1_700_000_000;
  return [part({}), part({ iat, exp: iat + seconds }), `x${mark}`].join('.');
}

/** The auth backend, as the sign-in page knows it. */
export function setupAuthBackend() {
  const server = setupServer();
  registerMswTestHooks(server);

  const failWith = (status: number, name: string, message: string) => ({
    status,
    body: { error: { name, message }, response: { statusCode: status } },
  });

  return {
    failWith,
    /** Answers one list after the other, the last one for ever. */
    personas(...answers: (Persona[] | ReturnType<typeof failWith>)[]) {
      let asked = 0;
      server.use(
        rest.get(`${AUTH}/personas`, (_req, res, ctx) => {
          const answer = answers[Math.min(asked, answers.length - 1)];
          asked += 1;
          return Array.isArray(answer)
            ? res(ctx.json({ personas: answer }))
            : res(ctx.status(answer.status), ctx.json(answer.body));
        }),
      );
    },
    /** Signs in whoever is asked for, while there are tokens; answers what it was sent. */
    refresh(tokens?: string[]) {
      const requests: { header?: string; entityRef: string }[] = [];
      server.use(
        rest.post(`${AUTH}/refresh`, async (req, res, ctx) => {
          const { entityRef } = await req.json();
          const token = tokens ? tokens[requests.length] : tokenFor(3_600);
          requests.push({
            header: req.headers.get('x-requested-with') ?? undefined,
            entityRef,
          });
          if (!token) {
            return res(ctx.status(503), ctx.json({}));
          }
          const identity = {
            type: 'user',
            userEntityRef: entityRef,
            ownershipEntityRefs: [entityRef],
          };
          return res(
            ctx.json({
              profile: { displayName: entityRef },
              backstageIdentity: { token, identity },
            }),
          );
        }),
      );
      return requests;
    },
    refuse(failure: ReturnType<typeof failWith>) {
      server.use(
        rest.post(`${AUTH}/refresh`, (_req, res, ctx) =>
          res(ctx.status(failure.status), ctx.json(failure.body)),
        ),
      );
    },
    doesNotAnswer() {
      server.use(
        rest.get(`${AUTH}/personas`, (_req, res) =>
          res.networkError('connection refused'),
        ),
      );
    },
  };
}
