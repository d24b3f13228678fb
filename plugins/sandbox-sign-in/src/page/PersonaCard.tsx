import { useEffect, useRef } from 'react';
import Avatar from '@material-ui/core/Avatar';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { Persona } from '../session';

const useStyles = makeStyles(theme => ({
  action: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1.5, 2),
    textAlign: 'start',
    font: 'inherit',
    '&:disabled': { opacity: 0.6 },
    '&:focus-visible': {
      outline: `3px solid ${theme.palette.primary.main}`,
      outlineOffset: -3,
    },
  },
  name: { fontWeight: 700 },
  avatar: {
    background: theme.palette.primary.main,
    color: theme.palette.primary.contrastText,
    fontSize: theme.typography.body1.fontSize,
  },
}));

function initials(name: string): string {
  return name
    .split(/[\s.]+/)
    .map(word => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase('en-US');
}

/** A person to be, with what they do and what they come for. */
export function PersonaCard(props: {
  persona: Persona;
  lastChosen: boolean;
  signingIn: boolean;
  disabled: boolean;
  onChoose: () => void;
}) {
  const { persona, lastChosen, signingIn, disabled, onChoose } = props;
  const classes = useStyles();
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (lastChosen) {
      button.current?.focus();
    }
  }, [lastChosen]);

  const job = [persona.title, persona.teams.join(', ')]
    .filter(Boolean)
    .join(' · ');
  return (
    <Card variant="outlined">
      <CardActionArea
        ref={button}
        className={classes.action}
        disabled={disabled || !persona.inCatalog}
        onClick={onChoose}
        aria-busy={signingIn}
      >
        <Avatar className={classes.avatar} aria-hidden>
          {initials(persona.name)}
        </Avatar>
        <span>
          <Typography component="span" display="block" className={classes.name}>
            {persona.name}
          </Typography>
          {job && (
            <Typography variant="body2" component="span" display="block">
              {job}
            </Typography>
          )}
          <Typography
            variant="body2"
            component="span"
            display="block"
            color="textSecondary"
          >
            {persona.inCatalog
              ? persona.description
              : 'Not read by the catalog yet'}
          </Typography>
        </span>
        {signingIn ? (
          <CircularProgress size={24} aria-label="Signing in" />
        ) : (
          <ChevronRightIcon aria-hidden color="action" />
        )}
      </CardActionArea>
    </Card>
  );
}
