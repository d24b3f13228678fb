import { useId, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  ProductForm,
  ValueProblem,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ParameterField } from './ParameterField';
import { PresentValues, Texts, textOf } from './values';

const useStyles = makeStyles(
  (theme: Theme) => ({
    group: {
      display: 'grid',
      gap: theme.spacing(2.5),
      maxWidth: 640,
      marginBottom: theme.spacing(3),
    },
    title: { fontWeight: 700 },
  }),
  { name: 'PavedRoadParameterFields' },
);

/** The parameters as fields, in the groups and the order of the product's makers. */
export function ParameterFields(props: {
  form: Pick<ProductForm, 'groups'>;
  texts: Texts;
  /** What is wrong; said of a field once it was left, or all was asked for. */
  problems: ValueProblem[];
  /** Whether all was asked for. */
  tried: boolean;
  /** What there is already, where something is updated. */
  present?: PresentValues;
  /** Without a text, the parameter is as if nobody had touched it. */
  onChange: (key: string, text: string | undefined) => void;
  /** A secret was typed to its end. */
  onSecretLeft?: () => void;
}) {
  const { form, texts, problems, tried, present } = props;
  const classes = useStyles();
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (form.groups.length === 0) {
    return <Typography>Nothing: it has no parameters.</Typography>;
  }
  const isGrouped = form.groups.some(({ label }) => label);
  return (
    <>
      {form.groups.map(({ label, parameters }, index) => (
        <div
          key={`${index} ${label}`}
          role="group"
          aria-labelledby={isGrouped ? `${id}${index}` : undefined}
          className={classes.group}
        >
          {isGrouped && (
            <Typography
              id={`${id}${index}`}
              component="h4"
              variant="subtitle2"
              className={classes.title}
            >
              {label ?? 'Other parameters'}
            </Typography>
          )}
          {parameters.map(parameter => {
            const { key, noEcho } = parameter;
            return (
              <ParameterField
                key={key}
                parameter={parameter}
                text={textOf(texts, key)}
                problem={
                  tried || left.has(key)
                    ? problems.find(problem => problem.key === key)?.message
                    : undefined
                }
                present={present?.get(key)}
                onChange={text => props.onChange(key, text)}
                onLeave={() => {
                  setLeft(new Set([...left, key]));
                  if (noEcho) {
                    props.onSecretLeft?.();
                  }
                }}
              />
            );
          })}
        </div>
      ))}
    </>
  );
}
