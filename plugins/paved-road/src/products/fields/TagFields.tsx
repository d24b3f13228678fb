import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../shared/Section';
import { ChoiceField } from './ChoiceField';
import { chosenTags, openTags, Texts, textOf } from './values';

const useStyles = makeStyles(
  (theme: Theme) => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2.5),
      maxWidth: 640,
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'PavedRoadTagFields' },
);

/** The tags of which a value is to be chosen. */
export function TagFields(props: {
  form: Pick<ProductForm, 'tagOptions'>;
  texts: Texts;
  /** Whether what is missing is to be said. */
  tried: boolean;
  onChange: (key: string, value: string) => void;
}) {
  const { form, texts, tried } = props;
  const classes = useStyles();
  const id = useId();
  const options = form.tagOptions.filter(({ values }) => values.length > 0);
  if (options.length === 0) {
    return null;
  }
  const chosen = chosenTags(form, texts);
  const open = openTags(form, texts);
  return (
    <Section level={3} title="Tags">
      <Typography>
        What is launched carries these tags, with one value each.
      </Typography>
      <div className={classes.fields}>
        {options.map(({ key, values }, index) => {
          const isMissing = tried && open.includes(key);
          return (
            <ChoiceField
              key={key}
              id={`${id}${index}`}
              label={key}
              required
              values={values}
              chosen={textOf(chosen, key)}
              error={isMissing}
              helperText={isMissing ? 'Choose a value' : undefined}
              onChoose={value => props.onChange(key, value)}
            />
          );
        })}
      </div>
    </Section>
  );
}
