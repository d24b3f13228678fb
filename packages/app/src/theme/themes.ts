import {
  createUnifiedTheme,
  genPageTheme,
  palettes,
  UnifiedThemeOptions,
} from '@backstage/theme';

const ROAD = '#12333a';
const ROAD_RAISED = '#1d4a54';
const MARKING = '#f2c14e';

const header = genPageTheme({ colors: [ROAD, ROAD_RAISED], shape: 'none' });

/** The headers of all kinds of pages look the same: it's one portal. */
const pages: Pick<UnifiedThemeOptions, 'defaultPageTheme' | 'pageTheme'> = {
  defaultPageTheme: 'home',
  pageTheme: { home: header },
};

const navigation = {
  background: ROAD,
  indicator: MARKING,
  color: '#c3d3d6',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: ROAD_RAISED },
  submenu: { background: ROAD_RAISED },
};

export const lightTheme = createUnifiedTheme({
  ...pages,
  palette: {
    ...palettes.light,
    primary: { main: '#0f5f6b' },
    link: '#0f5f6b',
    linkHover: '#0a434c',
    navigation,
  },
});

export const darkTheme = createUnifiedTheme({
  ...pages,
  palette: {
    ...palettes.dark,
    primary: { main: '#7fd0dc', dark: '#5fbccb' },
    link: '#7fd0dc',
    linkHover: '#a9e2ea',
    navigation,
  },
});
