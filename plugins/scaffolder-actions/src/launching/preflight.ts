import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PavedRoadClient,
  Preflight,
} from '@paved-road/backstage-plugin-paved-road-common';
import { portalError } from '../portalError';
import { TaskContext } from '../TaskContext';
import { askAgain, isNotFound, Patience } from './askAgain';
import { Pace } from './Pace';
import { Launch } from './requestLaunch';

type Result = Preflight['results'][number];
type Asked = Pick<TaskContext, 'isDryRun' | 'logger' | 'signal'>;

/**
 * Asks what the rules say of a launch, and says it in the log.
 *
 * @throws InputError naming the rules, where they don't let it through
 */
export async function runPreflight(
  client: PavedRoadClient,
  { name, tags, ...choice }: Launch,
  ctx: Asked,
  pace: Pace,
): Promise<void> {
  const ask = () => client.preflightLaunch(choice);
  let preflight: Preflight;
  try {
    // What a step before has registered takes a moment to be in the catalog.
    preflight = await askAgain(ask, isNotFound, patienceOf(ctx, pace), ctx);
  } catch (error) {
    if (ctx.isDryRun && isNotFound(error)) {
      ctx.logger.warn(
        `The rules are not asked: ${
          portalError(error).message
        }. A dry run registers nothing, so it may be there in earnest`,
      );
      return;
    }
    throw error;
  }
  logPreflight(preflight, ctx.logger);
  refuseWhatStops(name, preflight);
}

function patienceOf({ isDryRun }: Asked, pace: Pace): Patience {
  return {
    until: Date.now() + (isDryRun ? 0 : pace.entityPatienceMs),
    intervalMs: pace.pollIntervalMs,
  };
}

function logPreflight(preflight: Preflight, logger: LoggerService): void {
  const { environment, passed, blocking, advising, unknown } = preflight;
  logger.info(
    `The rules for ${environment}: ${passed} pass, ${blocking} fail and block, ${advising} fail as advice, ${unknown} unknown`,
  );
  if (preflight.problem) {
    logger.warn(`Not everything could be checked: ${preflight.problem}`);
  }
  for (const result of preflight.results) {
    logger.warn(describe(result));
  }
  for (const { resource, propertyPath, reason } of preflight.unresolved) {
    const place = resource ? `${resource}, ${propertyPath}` : propertyPath;
    logger.info(`Not known before the launch: ${place}: ${reason}`);
  }
}

function describe({ verdict, enforcement, reason, ...rule }: Result): string {
  const outcome = verdict === 'fail' ? 'fails' : 'is unknown';
  return `${nameOf(rule)} ${outcome} (${enforcement})${
    reason ? `: ${reason}` : ''
  }`;
}

function nameOf({ rule, title }: Pick<Result, 'rule' | 'title'>): string {
  return title ? `${title} [${rule}]` : rule;
}

function refuseWhatStops(name: string, preflight: Preflight): void {
  if (!preflight.stops) {
    return;
  }
  const stopping = preflight.results.filter(
    ({ enforcement }) => enforcement === 'block',
  );
  if (stopping.length === 0) {
    throw new InputError(
      `'${name}' is not launched: the rules for ${
        preflight.environment
      } could not be checked${
        preflight.problem ? `: ${preflight.problem}` : ''
      }`,
    );
  }
  const pages = stopping.map(({ rule }) => `/paved-road/rules/${rule}`);
  throw new InputError(
    `'${name}' is not launched: in ${preflight.environment} ${stopping
      .map(describe)
      .join('; ')}. Why, and how to comply: ${pages.join(', ')}`,
  );
}
