import { makeStyles, Theme } from '@material-ui/core/styles';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import NewReleasesIcon from '@material-ui/icons/NewReleasesOutlined';
import { Link } from '@backstage/core-components';
import { ServiceGoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangeList } from '../../goldenPaths/ChangeList';
import { ADOPT_TEMPLATE, useGoldenPathLink } from '../../goldenPaths/links';
import { Disclosure } from '../../shared/Disclosure';
import { Mark } from '../../shared/Mark';
import { count } from '../../shared/words';

type Path = NonNullable<ServiceGoldenPath['path']>;

const useStyles = makeStyles(
  (theme: Theme) => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      overflowWrap: 'anywhere',
    },
    changes: { marginTop: theme.spacing(1) },
  }),
  { name: 'PavedRoadPathVersion' },
);

/** The golden path and the version that a service has, and what is newer. */
export function PathVersion(props: { path: Path }) {
  const { path } = props;
  const classes = useStyles();
  const goldenPathLink = useGoldenPathLink();
  const { ref, title, version, latest, changes } = path;
  const isBehind =
    latest !== undefined && latest !== version && changes.length > 0;
  return (
    <>
      <div className={classes.line}>
        <span>
          {latest === undefined ? (
            title
          ) : (
            <Link to={goldenPathLink(ref)}>{title}</Link>
          )}{' '}
          {version ?? '– which version is not recorded'}
        </span>
        <NewestMark path={path} isBehind={isBehind} />
        {isBehind && (
          <Link to={goldenPathLink(ADOPT_TEMPLATE)}>
            Take the newer version
          </Link>
        )}
      </div>
      {isBehind && (
        <div className={classes.changes}>
          <Disclosure
            defaultOpen={changes.length === 1}
            label={`What ${count(changes.length, 'newer version')} brought`}
          >
            {() => (
              <ChangeList
                label={`What newer versions of ${title} brought`}
                changes={changes}
              />
            )}
          </Disclosure>
        </div>
      )}
    </>
  );
}

function NewestMark(props: { path: Path; isBehind: boolean }) {
  const { version, latest } = props.path;
  if (latest === undefined) {
    return (
      <Mark icon={HelpOutlineIcon} tone="info">
        No longer in the catalog
      </Mark>
    );
  }
  if (props.isBehind) {
    return (
      <Mark icon={NewReleasesIcon} tone="info">
        {latest} is out
      </Mark>
    );
  }
  return version === latest ? (
    <span>the newest</span>
  ) : (
    <span>the golden path is at {latest}</span>
  );
}
