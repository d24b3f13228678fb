import { CatalogService } from '@backstage/plugin-catalog-node';
import { InputError } from '@backstage/errors';
import { askAgain, Pace } from '../../../launching';
import { TaskContext } from '../../../TaskContext';

class NotYetThere extends InputError {}

/**
 * Whose a service is, as the catalog says to whoever runs the task. What a step
 * before has registered takes a moment to be there.
 *
 * @returns `undefined` in a dry run, which registers nothing
 * @throws InputError where it isn't there in time, or nobody's
 */
export async function readOwner(
  catalog: CatalogService,
  service: string,
  ctx: Pick<
    TaskContext,
    'getInitiatorCredentials' | 'isDryRun' | 'logger' | 'signal'
  >,
  pace: Pace,
): Promise<string | undefined> {
  const ask = async () => {
    const credentials = await ctx.getInitiatorCredentials();
    const entity = await catalog.getEntityByRef(service, { credentials });
    if (!entity) {
      throw new NotYetThere(
        `The catalog has no ${service}; register it in a step before`,
      );
    }
    return entity.spec?.owner;
  };
  const until = Date.now() + (ctx.isDryRun ? 0 : pace.entityPatienceMs);
  let owner: unknown;
  try {
    owner = await askAgain(
      ask,
      error => error instanceof NotYetThere,
      { until, intervalMs: pace.pollIntervalMs },
      ctx,
    );
  } catch (error) {
    if (ctx.isDryRun && error instanceof NotYetThere) {
      return undefined;
    }
    throw error;
  }
  if (typeof owner !== 'string') {
    throw new InputError(
      `The catalog doesn't say whose ${service} is; say it in its spec.owner, or with 'owner'`,
    );
  }
  return owner;
}
