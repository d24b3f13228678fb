import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ANNOTATION_DOCUMENTS,
  ANNOTATION_PIPELINE,
  PavedRoadClient,
} from '@paved-road/backstage-plugin-paved-road-common';
import { annotate, readEntityFile, readEntityText } from '../../entityFile';
import {
  chooseProvider,
  OfferedProvider,
  pipelineName,
  readBranch,
  readRepository,
  Repository,
} from '../../pipeline';
import { chooseService } from './chooseService';
import { planCallerWorkflow, planCodeOwners, warnOfBuild } from './planFiles';
import { writePlatformFile } from './platformFile';
import { WriteContext } from './WriteContext';

/** Does what the action promises, with a client that calls as the user. */
export async function write(
  client: PavedRoadClient,
  ctx: WriteContext,
  integrations: ScmIntegrationRegistry,
): Promise<void> {
  const { workspacePath, logger, input } = ctx;
  const repository = readRepository(input.repoUrl, integrations);
  const branch = readBranch(input.branch);
  const settings = await client.getChannelSettings();
  const offered = chooseProvider(settings, input.provider);

  const path = input.catalogInfoPath ?? 'catalog-info.yaml';
  const { text } = await readEntityText(workspacePath, path, 'catalogInfoPath');
  const { entity, documents, annotation } = chooseService(
    readEntityFile(text, path),
    { ...input, path },
  );
  const service = entity.ref;

  // All is known before the first file is written.
  const files = [
    ...(offered.provider === 'github-actions'
      ? [
          await planCallerWorkflow(workspacePath, {
            workflow: offered.settings.workflow,
            ref: offered.settings.refs[0],
            service,
            documents,
            branch,
          }),
        ]
      : []),
    await planCodeOwners(workspacePath, settings.platformTeam, logger),
    {
      path,
      before: text,
      after: annotate(text, path, [entity], {
        [ANNOTATION_DOCUMENTS]: annotation,
        [ANNOTATION_PIPELINE]: claimOf(offered, service, repository),
      }),
    },
  ];
  for (const { path: file, before, after } of files) {
    if (after !== before) {
      await writePlatformFile(workspacePath, file, after);
    }
    logger.info(
      `${file}: ${
        after === before ? 'says already' : 'says now'
      } what the platform wants`,
    );
  }
  await warnOfBuild(workspacePath, offered.provider, logger);

  ctx.output('provider', offered.provider);
  ctx.output('service', service);
  ctx.output('documents', documents);
  ctx.output(
    'files',
    files.map(file => file.path),
  );
  ctx.output('requiredCheck', settings.requiredCheck);
}

function claimOf(
  { provider }: OfferedProvider,
  service: string,
  { owner, name }: Repository,
): string {
  return provider === 'github-actions'
    ? `${provider}:${owner}/${name}`
    : `${provider}:${pipelineName(service)}`;
}
