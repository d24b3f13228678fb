import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { ParametersTable } from './ParametersTable';

const useStyles = makeStyles(
  (theme: Theme) => ({
    title: { margin: theme.spacing(1, 0), fontWeight: 700 },
  }),
  { name: 'PavedRoadParameterGroups' },
);

/** The parameters, in the groups and the order that the product's makers gave them. */
export function ParameterGroups(props: { groups: ProductForm['groups'] }) {
  const { groups } = props;
  const classes = useStyles();
  if (groups.length === 0) {
    return <Typography>Nothing: it has no parameters.</Typography>;
  }
  const isGrouped = groups.some(({ label }) => label);
  return (
    <>
      {groups.map(({ label, parameters }, index) => {
        const title = label ?? (isGrouped ? 'Other parameters' : 'Parameters');
        return (
          <div key={`${index} ${title}`}>
            {isGrouped && (
              <Typography
                component="h4"
                variant="subtitle2"
                className={classes.title}
              >
                {title}
              </Typography>
            )}
            <ParametersTable label={title} parameters={parameters} />
          </div>
        );
      })}
    </>
  );
}
