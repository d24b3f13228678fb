import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { lastChosenPersona, Persona } from '../session';
import { PersonaCard } from './PersonaCard';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1.5),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
}));

/** The people one can be. */
export function PersonaList(props: {
  personas: Persona[];
  /** The entity ref of who is being signed in. */
  inProgress?: string;
  onChoose: (entityRef: string) => void;
}) {
  const { personas, inProgress, onChoose } = props;
  const classes = useStyles();
  const [lastChosen] = useState(lastChosenPersona);
  return (
    <ul className={classes.list}>
      {personas.map(persona => (
        <li key={persona.entityRef}>
          <PersonaCard
            persona={persona}
            lastChosen={persona.entityRef === lastChosen}
            signingIn={persona.entityRef === inProgress}
            disabled={inProgress !== undefined}
            onChoose={() => onChoose(persona.entityRef)}
          />
        </li>
      ))}
    </ul>
  );
}
