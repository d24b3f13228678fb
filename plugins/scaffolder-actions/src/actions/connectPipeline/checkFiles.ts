import { InputError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CALLER_WORKFLOW_PATH,
  CODE_OWNERS_PLACES,
  PLATFORM_PATHS,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { endsWithPlatform } from '../../pipeline';
import { plainLine } from '../../plainLine';
import { Wiring } from './ConnectContext';
import { ForgeRepository } from './forge/ForgeRepository';

const MEND =
  'write it with paved-road:pipeline:write, and where that is in a pull request, merge the pull request first';

/**
 * Looks whether the platform's files are on the branch. A branch that waits for
 * a pipeline which never runs would be closed for ever.
 *
 * @returns what holds, in plain sentences
 * @throws InputError naming what is missing or different
 */
export async function checkFiles(
  forge: ForgeRepository,
  wiring: Wiring,
  logger: LoggerService,
): Promise<string[]> {
  return [
    ...(await checkCaller(forge, wiring)),
    await checkCodeOwners(forge, wiring, logger),
  ];
}

async function checkCaller(
  forge: ForgeRepository,
  { branch, documents, offered, service }: Wiring,
): Promise<string[]> {
  if (offered.provider !== 'github-actions') {
    return [];
  }
  const path = CALLER_WORKFLOW_PATH;
  const text = await forge.readFile(path, branch);
  if (text === undefined) {
    throw new InputError(`The file '${path}' isn't on ${branch}; ${MEND}`);
  }
  const { refs, workflow } = offered.settings;
  const allowed = refs.map(ref => ({
    ref,
    text: renderCallerWorkflow({ workflow, ref, service, documents, branch }),
  }));
  const match = allowed.find(one => one.text === text);
  if (!match) {
    throw new InputError(
      `The file '${path}' on ${branch} isn't what the platform writes for ${service} with the documents '${documents}': ${difference(
        text,
        allowed,
      )}; ${MEND}`,
    );
  }
  return [
    `${path} calls ${workflow}@${match.ref} for ${service}, and says nothing else.`,
  ];
}

async function checkCodeOwners(
  forge: ForgeRepository,
  { branch, settings }: Wiring,
  logger: LoggerService,
): Promise<string> {
  const team = settings.platformTeam;
  const paths = PLATFORM_PATHS.join(', ');
  for (const place of CODE_OWNERS_PLACES) {
    const text = await forge.readFile(place, branch);
    if (text === undefined) {
      continue;
    }
    if (!endsWithPlatform(text, team)) {
      throw new InputError(
        `The file '${place}' on ${branch} doesn't end with the lines that give ${paths} to ${team}; ${MEND}`,
      );
    }
    await refuseIdleLines(forge, { branch, place, team }, logger);
    return `${place} gives ${paths} to ${team}.`;
  }
  throw new InputError(
    `There is no CODEOWNERS on ${branch}, so ${paths} aren't ${team}'s; ${MEND}`,
  );
}

/** GitHub passes over a line whose owner it doesn't know, or who may not write. */
async function refuseIdleLines(
  forge: ForgeRepository,
  { branch, place, team }: { branch: string; place: string; team: string },
  logger: LoggerService,
): Promise<void> {
  const problems = await forge.codeOwnersProblems(branch);
  if (!problems) {
    logger.warn(
      `${place}: the forge doesn't tell whether it knows ${team}; see that it may write to the repository, else its lines count for nothing`,
    );
    return;
  }
  const idle = problems.find(
    ({ path, source }) => path === place && source?.includes(team),
  );
  if (idle) {
    throw new InputError(
      `The lines of ${team} in '${place}' count for nothing (${plainLine(
        idle.message,
      ).slice(0, 200)}); let the team write to the repository`,
    );
  }
}

/** The first line that is another one, compared with the version that is nearest. */
function difference(text: string, allowed: { text: string }[]): string {
  const lines = text.split('\n');
  const places = allowed.map(one => {
    const wanted = one.text.split('\n');
    const at = wanted.findIndex((line, index) => line !== lines[index]);
    return at < 0
      ? { at: wanted.length, wanted: '' }
      : { at, wanted: wanted[at] };
  });
  const [{ at, wanted }] = places.sort((a, b) => b.at - a.at);
  const found = plainLine(lines[at] ?? '').slice(0, 120);
  return `line ${at + 1} says '${found}' instead of '${plainLine(wanted)}'`;
}
