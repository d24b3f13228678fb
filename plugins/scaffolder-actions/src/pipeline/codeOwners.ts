import { platformCodeOwners } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * Whether the platform's files are the platform's: the last line that matches
 * counts, so its lines have to be the last that say anything.
 */
export function endsWithPlatform(text: string, team: string): boolean {
  const wanted = rulesOf(platformCodeOwners(team));
  const last = rulesOf(text).slice(-wanted.length);
  return last.join('\n') === wanted.join('\n');
}

/** The text with the platform's lines as its last ones, and nowhere else. */
export function withPlatform(text: string, team: string): string {
  if (endsWithPlatform(text, team)) {
    return text;
  }
  const block = platformCodeOwners(team);
  const platform = new Set(block.split('\n').filter(line => line !== ''));
  const own = text
    .split(/\r?\n/)
    .filter(line => !platform.has(line.trim()))
    .join('\n')
    .trimEnd();
  const whole = own === '' ? block : `${own}\n\n${block}`;
  return text.includes('\r\n') ? whole.replace(/\n/g, '\r\n') : whole;
}

function rulesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim().replace(/\s+/g, ' '))
    .filter(line => line !== '' && !line.startsWith('#'));
}
