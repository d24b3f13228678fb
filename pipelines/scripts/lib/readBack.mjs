import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { aws } from './aws.mjs';
import { isSameTemplate, textOf } from './sameTemplate.mjs';
import { findStack } from './stacks.mjs';

/**
 * Writes down what the stacks hold now, each where its document lay.
 *
 * @returns {Promise<{ paths: string[], others: string[] }>} what was found, and
 *   the documents in whose place something else is
 */
export async function readBack(documents, directory) {
  const paths = [];
  const others = [];
  for (const { path, stack, bytes } of documents) {
    const found = await findStack(stack);
    if (found === undefined || found.StackStatus === 'REVIEW_IN_PROGRESS') {
      others.push(path);
      continue;
    }
    const { TemplateBody } = await aws('cloudformation', 'get-template', {
      StackName: stack,
      TemplateStage: 'Original',
    });
    const same = isSameTemplate(TemplateBody, bytes);
    if (!same) {
      others.push(path);
    }
    const place = join(directory, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, same ? bytes : textOf(TemplateBody));
    paths.push(path);
  }
  return { paths, others };
}
