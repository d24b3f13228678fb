import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { toneColor } from '../../shared/tone';
import { count } from '../../shared/words';
import { useAdoptionLink } from '../links';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadGoldenPathUsage' },
);

/** How many services use a golden path, and which version each has. */
export function GoldenPathUsage(props: {
  path: Pick<GoldenPath, 'ref' | 'version' | 'usage'>;
}) {
  const { ref, version: current, usage } = props.path;
  const classes = useStyles();
  const adoptionLink = useAdoptionLink();
  if (usage.services === 0) {
    return <>No service that you may see</>;
  }
  return (
    <>
      <Link to={adoptionLink({ path: ref })}>
        {count(usage.services, 'service')}
      </Link>
      <ul className={classes.list} aria-label="By version">
        {usage.versions.map(({ version, services }) => (
          <li key={version}>
            <Link to={adoptionLink({ path: ref, version })}>
              {services.toLocaleString('en')} on {version}
            </Link>
            {version === current && ', the newest'}
          </li>
        ))}
      </ul>
    </>
  );
}
