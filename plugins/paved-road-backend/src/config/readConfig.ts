import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { defaultDocumentLimits } from '@paved-road/backstage-plugin-paved-road-node';
import { PavedRoadConfig } from './PavedRoadConfig';
import { readChannel } from './readChannel';
import { readDefaultEnvironment, readEnvironments } from './readEnvironments';
import { readPackSources } from './readPackSources';
import { readPipelines } from './readPipelines';
import { readProducts } from './readProducts';
import { readCount, readDuration } from './values';

const MIB = 1024 * 1024;

/**
 * Reads the plugin's configuration.
 *
 * @throws InputError naming the key, for a value that can't be used.
 */
export function readConfig(rootConfig: Config): PavedRoadConfig {
  const config = rootConfig.getOptionalConfig('pavedRoad');
  const environments = readEnvironments(config);
  const products = readProducts(config, environments);
  return {
    packs: readPackSources(config),
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
    products,
    pipelines: readPipelines(config),
    channel: readChannel(config, products),
  };
}
