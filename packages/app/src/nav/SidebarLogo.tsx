import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    flexFlow: 'row nowrap',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 22,
    color: '#fff',
    whiteSpace: 'nowrap',
    fontWeight: 700,
    fontSize: 20,
  },
});

export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Paved Road, home"
      >
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <path d="M13 4h6l8 24H5z" fill="currentColor" />
          <path d="M16 7v4M16 15v4M16 23v5" stroke="#12333a" strokeWidth="2" />
        </svg>
        {isOpen && <span>Paved Road</span>}
      </Link>
    </div>
  );
}
