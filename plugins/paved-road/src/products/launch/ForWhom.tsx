import { makeStyles, Theme } from '@material-ui/core/styles';
import { Section } from '../../shared/Section';
import { EntityChooser } from './EntityChooser';
import { NameField } from './NameField';
import { ForWhomChoice } from './useForWhom';

const useStyles = makeStyles(
  (theme: Theme) => ({
    fields: { display: 'grid', gap: theme.spacing(2.5), maxWidth: 640 },
  }),
  { name: 'PavedRoadForWhom' },
);

/** For whom something is launched, and what it is to be called. */
export function ForWhom(props: { whom: ForWhomChoice; tried: boolean }) {
  const { whom, tried } = props;
  const classes = useStyles();
  return (
    <Section level={3} title="For whom">
      <div className={classes.fields}>
        <EntityChooser
          chosen={whom.entityRef}
          tried={tried}
          onChoose={whom.chooseEntity}
        />
        <NameField name={whom.name} tried={tried} onChange={whom.changeName} />
      </div>
    </Section>
  );
}
