import { resolve } from 'node:path';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { enforcementSchema } from '@paved-road/backstage-plugin-paved-road-common';
import {
  defaultDocumentLimits,
  defaultEnvironment,
  defaultEnvironments,
  Environment,
} from '@paved-road/backstage-plugin-paved-road-node';

const ROOT = 'pavedRoad';
const MIB = 1024 * 1024;

/** Where a pack comes from. */
export type PackSource =
  | { type: 'control-tower'; target: string }
  | {
      type: 'directory';
      /** As configured. */
      target: string;
      /** Absolute. */
      directory: string;
      viewUrl?: string;
      editUrl?: string;
    }
  | { type: 'url'; target: string; viewUrl?: string; editUrl?: string };

/** What is read of `pavedRoad` in the configuration, with its defaults. */
export interface PavedRoadConfig {
  packs: PackSource[];
  /** How often the packs are read anew, by each replica for itself. */
  packRefresh: HumanDuration;
  environments: Environment[];
  /** One of `environments`. */
  defaultEnvironment: string;
  /** How long a check's verdicts hold, in milliseconds. */
  freshnessMs: number;
  /** When services are looked for and checked. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  limits: {
    /** Of one document, in bytes. */
    maxDocumentBytes: number;
    /** Of one service. */
    maxDocuments: number;
    /** Of the body of `POST /check`, in bytes. */
    maxRequestBytes: number;
    /** Calls of `POST /check` that are evaluated at once. */
    maxConcurrentRequests: number;
  };
  engine: {
    /** Path of a `cfn-guard` binary; the npm package's own where absent. */
    binary?: string;
    processes?: number;
    timeoutMs?: number;
  };
}

/**
 * Reads the plugin's configuration.
 *
 * @throws InputError naming the key, for a value that can't be used.
 */
export function readConfig(rootConfig: Config): PavedRoadConfig {
  const config = rootConfig.getOptionalConfig(ROOT);
  const environments = readEnvironments(config);
  return {
    packs: readPacks(config),
    packRefresh: readDuration(config, 'packRefresh', { minutes: 5 }),
    environments,
    defaultEnvironment: readDefaultEnvironment(config, environments),
    freshnessMs: durationToMilliseconds(
      readDuration(config, 'freshness', { hours: 24 }),
    ),
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 30 },
          timeout: { minutes: 30 },
          initialDelay: { seconds: 5 },
        },
    limits: {
      maxDocumentBytes:
        readCount(config, 'limits.maxDocumentBytes') ??
        defaultDocumentLimits.maxBytes,
      maxDocuments: readCount(config, 'limits.maxDocuments') ?? 100,
      maxRequestBytes: readCount(config, 'limits.maxRequestBytes') ?? 20 * MIB,
      maxConcurrentRequests:
        readCount(config, 'limits.maxConcurrentRequests') ?? 4,
    },
    engine: {
      binary: config?.getOptionalString('engine.binary'),
      processes: readCount(config, 'engine.processes'),
      timeoutMs: config?.has('engine.timeout')
        ? durationToMilliseconds(readDuration(config, 'engine.timeout'))
        : undefined,
    },
  };
}

function readPacks(config: Config | undefined): PackSource[] {
  const packs = config?.getOptionalConfigArray('packs');
  if (!packs) {
    return [{ type: 'control-tower', target: 'control-tower' }];
  }
  if (packs.length === 0) {
    throw refuse(
      'packs',
      'names no pack; without any there is nothing to check',
    );
  }
  const sources = packs.map(readPack);
  sources.forEach(({ target }, index) => {
    if (sources.findIndex(other => other.target === target) !== index) {
      throw refuse(`packs[${index}].target`, `names '${target}' a second time`);
    }
  });
  return sources;
}

function readPack(config: Config, index: number): PackSource {
  const target = config.getString('target');
  const links = {
    viewUrl: readLink(config, 'viewUrl', index),
    editUrl: readLink(config, 'editUrl', index),
  };
  if (target === 'control-tower') {
    if (links.viewUrl || links.editUrl) {
      throw refuse(
        `packs[${index}]`,
        "has links, but 'control-tower' is not kept in a repository of yours",
      );
    }
    return { type: 'control-tower', target };
  }
  if (/^https?:\/\//.test(target)) {
    readHttpUrl(target, `packs[${index}].target`);
    return { type: 'url', target, ...links };
  }
  if (/^\w+:\/\//.test(target)) {
    throw refuse(
      `packs[${index}].target`,
      `is '${target}'; give 'control-tower', a directory, or an address that begins with https://`,
    );
  }
  return { type: 'directory', target, directory: resolve(target), ...links };
}

function readLink(
  config: Config,
  key: string,
  index: number,
): string | undefined {
  const link = config.getOptionalString(key);
  if (link === undefined) {
    return undefined;
  }
  readHttpUrl(link, `packs[${index}].${key}`);
  return link.replace(/\/+$/, '');
}

function readHttpUrl(value: string, key: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse(key, 'is not an http or https address');
  }
  if (url.username || url.password) {
    throw refuse(
      key,
      'holds a user name or a password; put credentials into `integrations`',
    );
  }
}

function readEnvironments(config: Config | undefined): Environment[] {
  const environments = config?.getOptionalConfigArray('environments');
  if (!environments) {
    return defaultEnvironments;
  }
  const names = new Set<string>();
  const read = environments.map((environment, index) => {
    const key = `environments[${index}]`;
    const name = environment.getString('name');
    if (names.has(name)) {
      throw refuse(`${key}.name`, `names '${name}' a second time`);
    }
    names.add(name);
    const enforcement = enforcementSchema.safeParse(
      environment.getString('enforcement'),
    );
    if (!enforcement.success) {
      throw refuse(
        `${key}.enforcement`,
        `must be one of: ${enforcementSchema.options.join(', ')}`,
      );
    }
    return { name, enforcement: enforcement.data };
  });
  if (read.length === 0) {
    throw refuse('environments', 'names no environment');
  }
  return read;
}

function readDefaultEnvironment(
  config: Config | undefined,
  environments: Environment[],
): string {
  const names = environments.map(({ name }) => name);
  const name =
    config?.getOptionalString('defaultEnvironment') ?? defaultEnvironment;
  if (!names.includes(name)) {
    throw refuse(
      'defaultEnvironment',
      `is '${name}', which is not among the environments: ${names.join(', ')}`,
    );
  }
  return name;
}

function readDuration(
  config: Config | undefined,
  key: string,
  byDefault?: HumanDuration,
): HumanDuration {
  if (byDefault && !config?.has(key)) {
    return byDefault;
  }
  const duration = readDurationFromConfig(config!, { key });
  if (!(durationToMilliseconds(duration) > 0)) {
    throw refuse(key, 'must be longer than nothing');
  }
  return duration;
}

function readCount(
  config: Config | undefined,
  key: string,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1)) {
    throw refuse(key, `must be a whole number of at least 1, not ${value}`);
  }
  return value;
}

function refuse(key: string, problem: string): InputError {
  return new InputError(`The configuration's ${ROOT}.${key} ${problem}`);
}
