import { ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import MuiLink from '@material-ui/core/Link';
import { Link } from '@backstage/core-components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    link: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      padding: theme.spacing(0.5, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      '&[aria-current]': {
        borderColor: 'currentColor',
        fontWeight: 700,
        boxShadow: 'inset 0 -2px currentColor',
      },
    },
  }),
  { name: 'PavedRoadNumberPills' },
);

export interface NumberPill {
  name: string;
  value?: number;
  icon?: ReactNode;
  /** A place in the portal, or `#` and one on the same page. */
  to: string;
  current?: boolean;
}

/** Short numbers in a row, each leading to what it counts. */
export function NumberPills(props: { label: string; pills: NumberPill[] }) {
  const classes = useStyles();
  return (
    <nav aria-label={props.label}>
      <ul className={classes.list}>
        {props.pills.map(pill => (
          <li key={pill.name}>
            <PillLink pill={pill} className={classes.link} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PillLink(props: { pill: NumberPill; className: string }) {
  const { name, value, icon, to, current } = props.pill;
  const words = (
    <>
      {icon}
      <span>
        {name}
        {value !== undefined && ` ${value.toLocaleString('en')}`}
      </span>
    </>
  );
  // The router would change the address and not scroll.
  return to.startsWith('#') ? (
    <MuiLink href={to} className={props.className}>
      {words}
    </MuiLink>
  ) : (
    <Link
      to={to}
      className={props.className}
      aria-current={current ? 'true' : undefined}
    >
      {words}
    </Link>
  );
}
