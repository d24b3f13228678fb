import { ReactNode } from 'react';
import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    // While one of the plugin's pages is shown. Backstage's header lets tabs run out
    // of a narrow window, and the whole page moves sideways with them.
    '@global': {
      '.bui-PluginHeader .bui-TabList': { flexWrap: 'wrap' },
      '.bui-PluginHeader .bui-TabActive': {
        bottom: 'auto',
        top: 'calc(var(--active-tab-top) + var(--active-tab-height))',
      },
    },
  },
  { name: 'PavedRoadTabPage' },
);

/** What a tab of the plugin's page shows. */
export function TabPage(props: { children: ReactNode }) {
  useStyles();
  return <Content>{props.children}</Content>;
}
