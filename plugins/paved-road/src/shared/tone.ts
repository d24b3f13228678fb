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
  const backgrounds = [palette.background.paper, palette.background.default];
  const move = dark ? lighten : darken;
  let color = colors[tone];
  for (let step = 0; step < 1 / STEP; step++) {
    const readable = backgrounds.every(
      background => getContrastRatio(color, background) >= READABLE,
    );
    if (readable) {
      break;
    }
    color = move(color, STEP);
  }
  return color;
}
