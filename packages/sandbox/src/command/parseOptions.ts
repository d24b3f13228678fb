import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError, toError } from '@backstage/errors';
import { SeedRepository } from '../forge';
import { isRefName } from '../forge/git/names';
import { PipelineOptions } from '../pipeline';
import {
  PIPELINE_USAGE,
  pipelineFlags,
  readPipelineOptions,
} from './pipelineOptions';

export const USAGE = `Usage: sandbox --port PORT --data DIR [--services DIR] [--extra DIR]… [--owner NAME] [--tag TAG]… [--team TEAM]…

  --port      where the forge listens, on 127.0.0.1
  --data      where the repositories are kept
  --services  every folder in it becomes a repository of its name
  --extra     becomes a repository of its name, may be repeated
  --owner     whose repositories they are (meridian)
  --tag       repository=tag: given to what that repository starts with, may be repeated
  --team      @owner/team=member,member: code owners whose approval is waited for,
              may be repeated
${PIPELINE_USAGE}`;

export interface SandboxOptions {
  port: number;
  dataDirectory: string;
  repositories: SeedRepository[];
  pipeline?: PipelineOptions;
  teams: Map<string, string[]>;
}

function foldersIn(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => join(directory, entry.name))
      .sort();
  } catch (error) {
    throw new InputError(`--services: ${directory} can't be read`, error);
  }
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        services: { type: 'string' },
        extra: { type: 'string', multiple: true, default: [] },
        owner: { type: 'string', default: 'meridian' },
        tag: { type: 'string', multiple: true, default: [] },
        team: { type: 'string', multiple: true, default: [] },
        ...pipelineFlags,
      },
    }).values;
  } catch (error) {
    throw new InputError(toError(error).message);
  }
}

/** The tags of each repository. */
function readTags(texts: string[], repositories: { name: string }[]) {
  const tags = new Map<string, string[]>();
  for (const text of texts) {
    const [, name, tag] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!name || !isRefName(tag)) {
      throw new InputError(`--tag needs repository=tag, not ${text}`);
    }
    if (!repositories.some(known => known.name === name)) {
      throw new InputError(
        `--tag ${text}: no --services or --extra is called ${name}`,
      );
    }
    tags.set(name, [...(tags.get(name) ?? []), tag]);
  }
  return tags;
}

/** @throws InputError where it is none. */
export function readPort(text: string | undefined): number {
  if (!text || !/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InputError('--port needs a number from 0 to 65535');
  }
  return Number(text);
}

/** @throws InputError for one that names no members. */
function readTeams(texts: string[]): Map<string, string[]> {
  return new Map(
    texts.map(text => {
      const [, team, members] =
        /^(@[\w.-]+\/[\w.-]+)=([\w.-]+(?:,[\w.-]+)*)$/.exec(text) ?? [];
      if (!team) {
        throw new InputError(`--team needs @owner/team=member, not ${text}`);
      }
      return [team, members.split(',')];
    }),
  );
}

/** @throws InputError for what can't be meant. */
export function parseOptions(args: string[]): SandboxOptions {
  const values = read(args);
  const { port, data, services, extra = [], owner = 'meridian' } = values;
  if (!data) {
    throw new InputError('--data needs a folder');
  }
  const directories = [
    ...(services ? foldersIn(resolve(services)) : []),
    ...extra.map(directory => resolve(directory)),
  ];
  const repositories = directories.map(directory => ({
    ...{ owner, name: basename(directory), directory },
  }));
  const tags = readTags(values.tag ?? [], repositories);
  return {
    port: readPort(port),
    dataDirectory: resolve(data),
    repositories: repositories.map(repository => ({
      ...repository,
      tags: tags.get(repository.name),
    })),
    teams: readTeams(values.team ?? []),
    pipeline: readPipelineOptions(values, {
      ...{ dataDirectory: data, env: process.env },
    }),
  };
}
