import {
  darken,
  getContrastRatio,
  lighten,
  Theme,
} from '@material-ui/core/styles';

/** What a colour says, on top of the word and the shape that say it already. */
export type Tone = 'bad' | 'warn' | 'good' | 'info' | 'quiet';

const READABLE = 4.5;
const STEP = 0.08;

/**
 * The theme's own colour for a tone, moved towards black or white until text
 * in it can be read on both backgrounds of the theme.
 */
export function toneColor(theme: Theme, tone: Tone): string {
  const { palette } = theme;
  const dark = palette.type === 'dark';
  const colors: Record<Tone, string> = {
    bad: palette.error.main,
    warn: palette.warning.main,
    good: palette.success.main,
    info: palette.info.main,
    quiet: dark ? palette.grey[400] : palette.grey[600],
  };
  return readable(
    colors[tone],
    [palette.background.paper, palette.background.default],
    dark ? lighten : darken,
  );
}

function readable(
  color: string,
  backgrounds: string[],
  move: (color: string, step: number) => string,
  steps = Math.ceil(1 / STEP),
): string {
  const isReadable = backgrounds.every(
    background => getContrastRatio(color, background) >= READABLE,
  );
  return isReadable || steps === 0
    ? color
    : readable(move(color, STEP), backgrounds, move, steps - 1);
}
