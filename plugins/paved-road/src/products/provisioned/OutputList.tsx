import { makeStyles, Theme } from '@material-ui/core/styles';
import { CopyButton } from '../../shared/CopyButton';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { OutsideLink } from '../../shared/OutsideLink';
import { toneColor } from '../../shared/tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    value: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      '& code': { overflowWrap: 'anywhere' },
    },
    description: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadOutputList' },
);

/** What a provisioned product tells, to be taken along. */
export function OutputList(props: {
  outputs: ProvisionedProductSummary['outputs'];
}) {
  const classes = useStyles();
  return (
    <Facts
      facts={props.outputs.map(({ key, value, description }) => ({
        name: key,
        value: (
          <>
            <div className={classes.value}>
              <OutsideLink url={value}>
                <code>{value}</code>
              </OutsideLink>
              <CopyButton text={value} label={`Copy ${key}`} />
            </div>
            {description && (
              <div className={classes.description}>{description}</div>
            )}
          </>
        ),
      }))}
    />
  );
}
