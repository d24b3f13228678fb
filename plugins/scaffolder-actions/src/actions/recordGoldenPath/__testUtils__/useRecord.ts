import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAction, TEMPLATE } from '../../../__testUtils__/runAction';
import { createRecordGoldenPathAction } from '../recordGoldenPath';

type Action = ReturnType<typeof createRecordGoldenPathAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const LINES = [
  `paved-road.io/golden-path: ${TEMPLATE}`,
  'paved-road.io/golden-path-version: 1.4.0',
];

/** The annotations that are written, on lines that are so far in. */
export function lines(indent: number, newline = '\n'): string {
  return LINES.map(line => `${' '.repeat(indent)}${line}${newline}`).join('');
}

/** A workspace to record in with the action; to be called where tests are declared. */
export function useRecord() {
  const workspace = createMockDirectory();

  function run(
    input: Partial<Input> = {},
    options: { isDryRun?: boolean; templateRef?: string } = {},
  ) {
    return runAction(createRecordGoldenPathAction(), {
      workspacePath: workspace.path,
      input: { version: '1.4.0', ...input },
      templateRef: TEMPLATE,
      ...options,
    });
  }

  function write(text: string, path = 'catalog-info.yaml') {
    workspace.setContent({ [path]: text });
  }

  function read(path = 'catalog-info.yaml') {
    return readFileSync(workspace.resolve(path), 'utf8');
  }

  return { run, write, read, workspace };
}
