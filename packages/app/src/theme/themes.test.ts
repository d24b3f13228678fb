import { BackstageTheme } from '@backstage/theme';
import { getContrastRatio } from '@material-ui/core/styles';
import { darkTheme, lightTheme } from './themes';

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('the %s theme', (_, theme) => {
  const { palette } = theme.getTheme('v4') as BackstageTheme;
  const { background, navigation } = palette;

  it.each([
    ['links on cards', palette.link, background.paper],
    ['links on the page', palette.link, background.default],
    ['links under the pointer', palette.linkHover, background.paper],
    ['buttons', palette.primary.contrastText, palette.primary.main],
    ['the navigation', navigation.color, navigation.background],
    [
      'the navigation under the pointer',
      navigation.selectedColor,
      navigation.navItem!.hoverBackground,
    ],
  ])('keeps %s readable', (_where, text, behind) => {
    expect(getContrastRatio(text, behind)).toBeGreaterThanOrEqual(4.5);
  });
});
