import { writeFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_GOLDEN_PATH,
  ANNOTATION_GOLDEN_PATH_VERSION,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  annotate,
  chooseEntities,
  readEntityFile,
  readEntityText,
} from '../../entityFile';

type Input = { version: string; path?: string; entity?: string };
type Output = { goldenPath: string; entities: string[] };

/** Does what the action promises. */
export async function record(ctx: ActionContext<Input, Output>): Promise<void> {
  const { version, path = 'catalog-info.yaml', entity } = ctx.input;
  const goldenPath = ctx.templateInfo?.entityRef;
  if (!goldenPath) {
    throw new InputError(
      'It is not known which template this task comes from; run the template from the catalog',
    );
  }
  refuseUnclearVersion(version);
  const { place, text } = await readEntityText(ctx.workspacePath, path, 'path');

  const chosen = chooseEntities(readEntityFile(text, path), { path, entity });
  const annotated = annotate(text, path, chosen, {
    [ANNOTATION_GOLDEN_PATH]: goldenPath,
    [ANNOTATION_GOLDEN_PATH_VERSION]: version,
  });
  if (annotated !== text) {
    await writeFile(place, annotated);
  }
  const entities = chosen.map(({ ref }) => ref);
  ctx.logger.info(
    `${entities.join(', ')}: ${
      annotated === text ? 'already says' : 'says now'
    } that it came from ${goldenPath}, version ${version}`,
  );
  ctx.output('goldenPath', goldenPath);
  ctx.output('entities', entities);
}

function refuseUnclearVersion(version: string): void {
  if (!/^[\w.+-]{1,100}$/.test(version)) {
    throw new InputError(
      `The version '${version}' can't be used: use letters, digits, dots, hyphens, plus signs and underscores, 100 at most`,
    );
  }
}
