import { join } from 'node:path';
import { Pack } from '@paved-road/backstage-plugin-paved-road-node';
import { countOf } from '../reports/words';
import { Terminal } from '../terminal/Terminal';

const MOST = 20;

/** Says what is wrong with single files of packs: it hides no rule, and stops nothing. */
export function notePackProblems(
  terminal: Terminal,
  packs: Pack[],
  directories: Map<string, string>,
): void {
  const notes = packs.flatMap(({ id, problems }) =>
    problems.map(({ path, field, message }) => {
      const place = join(directories.get(id) ?? id, path);
      return `${place}: ${field ? `${field} ` : ''}${message}`;
    }),
  );
  notes.slice(0, MOST).forEach(note => terminal.note(`warning: ${note}`));
  if (notes.length > MOST) {
    terminal.note(
      `warning: and ${countOf(notes.length - MOST, 'more problem')}`,
    );
  }
}
