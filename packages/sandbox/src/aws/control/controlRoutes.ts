import { json, Router } from 'express';
import { z } from 'zod';
import { InputError, NotFoundError } from '@backstage/errors';
import { faultSchema } from '../faults/faults';
import { limits } from '../limits';
import { Sandbox } from '../Sandbox';
import { provisionedOf } from './provisionedOf';
import { switchesSchema } from '../switches';

function parse<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const { success, data, error } = shape.safeParse(body);
  if (!success) {
    throw new InputError(z.prettifyError(error));
  }
  return data;
}

const timingSchema = z.strictObject({
  startsAfterMs: z.number().int().min(0),
  endsAfterMs: z.number().int().min(0),
  planAfterMs: z.number().int().min(0),
});

/** What real AWS doesn't have: the templates' addresses, and the sandbox's own knobs. */
export function controlRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router.use(json({ limit: limits.requestBytes }));

  router.get('/templates/:id', (req, res) => {
    const found = sandbox.catalog.version(req.params.id);
    if (!found) {
      throw new NotFoundError('There is no such template');
    }
    res.type('text/plain').send(found.version.templateText);
  });

  router.get('/provisioned', (req, res) => {
    res.json(provisionedOf(sandbox, String(req.query.product ?? '')));
  });

  router.get('/faults', (_req, res) => {
    res.json(sandbox.faults.list());
  });
  router.put('/faults', (req, res) => {
    sandbox.faults.set(parse(z.array(faultSchema).max(1_000), req.body));
    res.json(sandbox.faults.list());
  });

  router.get('/switches', (_req, res) => {
    res.json(sandbox.switches);
  });
  router.put('/switches', (req, res) => {
    sandbox.switches = parse(switchesSchema, req.body);
    res.json(sandbox.switches);
  });

  router.get('/timing', (_req, res) => {
    res.json(sandbox.timing);
  });
  router.put('/timing', (req, res) => {
    sandbox.timing = parse(timingSchema, req.body);
    res.json(sandbox.timing);
  });

  router.put('/withdrawn', (req, res) => {
    sandbox.catalog.withdraw(parse(z.array(z.string()).max(1_000), req.body));
    res.status(204).end();
  });

  router.get('/calls', (_req, res) => {
    res.json(sandbox.calls);
  });
  router.delete('/calls', (_req, res) => {
    sandbox.calls.length = 0;
    res.status(204).end();
  });
  return router;
}
