import { Config } from '@backstage/config';
import { PipelineConfig } from './PavedRoadConfig';
import { refuse } from './values';

/** The pipelines that may post results; none where nothing is said. */
export function readPipelines(config: Config | undefined): PipelineConfig[] {
  const pipelines =
    config?.getOptionalConfigArray('pipelines')?.map(readPipeline) ?? [];
  for (const field of ['id', 'subject'] as const) {
    pipelines.forEach((pipeline, index) => {
      const first = pipelines.findIndex(
        other => other[field] === pipeline[field],
      );
      if (first !== index) {
        throw refuse(
          `pipelines[${index}].${field}`,
          `names '${pipeline[field]}' a second time`,
        );
      }
    });
  }
  return pipelines;
}

function readPipeline(config: Config, index: number): PipelineConfig {
  const key = (name: string) => `pipelines[${index}].${name}`;
  const id = config.getString('id');
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    throw refuse(
      key('id'),
      `is '${id}'; use small letters, digits and hyphens, as in 'github-actions'`,
    );
  }
  const subject = config.getString('subject');
  if (!/^external:\S+$/.test(subject)) {
    throw refuse(
      key('subject'),
      `is '${subject}'; give the subject of backend.auth.externalAccess, as in 'external:github-actions'`,
    );
  }
  const host = readHost(config, subject, key);
  const services = config
    .getStringArray('services')
    .map(pattern => pattern.toLocaleLowerCase('en-US'));
  if (services.length === 0) {
    throw refuse(key('services'), 'names no service');
  }
  services.forEach((pattern, at) => {
    if (!/^[a-z0-9_.*-]+:[a-z0-9_.*-]+\/[a-z0-9_.*-]+$/.test(pattern)) {
      throw refuse(
        `${key('services')}[${at}]`,
        `is '${pattern}'; name services as in 'component:default/ledger' or 'component:default/*'`,
      );
    }
  });
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    subject,
    ...(host && { host }),
    services,
  };
}

/** Where the repository is that a subject names; undefined where it names none. */
function readHost(
  config: Config,
  subject: string,
  key: (name: string) => string,
): string | undefined {
  const repositories = subject.split('{repository}').length - 1;
  const stars = subject.split('*').length - 1;
  if (repositories > 1 || stars > 1) {
    throw refuse(
      key('subject'),
      `is '${subject}'; {repository} and * may stand there once each`,
    );
  }
  if (repositories === 0) {
    if (stars > 0) {
      throw refuse(
        key('subject'),
        `is '${subject}'; without {repository} it is compared as a whole, and * stands for nothing else`,
      );
    }
    return undefined;
  }
  if (subject.endsWith('*')) {
    throw refuse(
      key('subject'),
      `is '${subject}'; end it with the platform's workflow, since with a star any workflow of a repository could post`,
    );
  }
  const host = config.getOptionalString('host') ?? 'github.com';
  if (!/^[a-z0-9][a-z0-9.-]*(:[0-9]{1,5})?$/.test(host)) {
    throw refuse(
      key('host'),
      `is '${host}'; name it as integrations.github does, as in 'github.com'`,
    );
  }
  return host;
}
