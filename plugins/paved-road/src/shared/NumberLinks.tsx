import { ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { Tone, toneColor } from './tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    link: {
      display: 'block',
      height: '100%',
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      '&:hover': { textDecoration: 'none', borderColor: 'currentColor' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    number: {
      display: 'block',
      fontSize: theme.typography.pxToRem(32),
      fontWeight: 700,
      lineHeight: 1.2,
    },
    name: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: 700,
    },
    note: {
      display: 'block',
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadNumberLinks' },
);

const useToneStyles = makeStyles(
  (theme: Theme) => ({
    name: { color: ({ tone }: { tone: Tone }) => toneColor(theme, tone) },
  }),
  { name: 'PavedRoadNumberTone' },
);

export interface NumberLink {
  value: number;
  name: string;
  note?: string;
  icon: ReactNode;
  tone: Tone;
  to: string;
}

/** Numbers, each leading to what it counts. */
export function NumberLinks(props: { numbers: NumberLink[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {props.numbers.map(number => (
        <li key={number.name}>
          <Link to={number.to} className={classes.link} underline="none">
            <span className={classes.number}>
              {number.value.toLocaleString('en')}
            </span>{' '}
            <NumberName {...number} />{' '}
            {number.note && <span className={classes.note}>{number.note}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NumberName(props: NumberLink) {
  const classes = useStyles();
  const toneClasses = useToneStyles({
    tone: props.value > 0 ? props.tone : 'quiet',
  });
  return (
    <span className={`${classes.name} ${toneClasses.name}`}>
      {props.icon}
      {props.name}
    </span>
  );
}
