import { getContrastRatio, Theme } from '@material-ui/core/styles';
import { themes } from '@backstage/theme';
import { Tone, toneColor } from './tone';

const tones: Tone[] = ['bad', 'warn', 'good', 'info', 'quiet'];

describe('toneColor', () => {
  describe.each(['light', 'dark'] as const)('in the %s theme', name => {
    const theme = themes[name].getTheme('v4') as Theme;

    it.each(tones)('keeps %s readable on every background', tone => {
      const color = toneColor(theme, tone);
      for (const background of ['paper', 'default'] as const) {
        expect(
          getContrastRatio(color, theme.palette.background[background]),
        ).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('keeps the tones apart', () => {
      expect(new Set(tones.map(tone => toneColor(theme, tone))).size).toBe(5);
    });
  });
});
