import { ReactNode, useId } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import BuildOutlinedIcon from '@material-ui/icons/BuildOutlined';
import { LinkButton } from '@backstage/core-components';
import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Notice } from '../../shared/Notice';
import { OwnerLink } from '../../shared/OwnerLink';
import { goldenPathId, useTemplateLink } from '../links';
import { GoldenPathChanges } from './GoldenPathChanges';
import { GoldenPathRules } from './GoldenPathRules';
import { GoldenPathUsage } from './GoldenPathUsage';

const useStyles = makeStyles(
  (theme: Theme) => ({
    article: {
      padding: theme.spacing(3),
      marginBottom: theme.spacing(3),
      scrollMarginTop: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 3),
      marginBottom: theme.spacing(2),
    },
    name: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
    description: { maxWidth: '75ch', marginTop: theme.spacing(0.5) },
    columns: {
      display: 'grid',
      gap: theme.spacing(2, 5),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 300px',
      },
    },
    part: { margin: theme.spacing(0, 0, 0.5), fontWeight: 700 },
    gives: {
      margin: theme.spacing(0, 0, 2),
      paddingLeft: theme.spacing(2.5),
      maxWidth: '75ch',
      overflowWrap: 'anywhere',
    },
    text: {
      marginBottom: theme.spacing(2),
      maxWidth: '75ch',
      whiteSpace: 'pre-line',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadGoldenPathArticle' },
);

/** All that somebody who compares wants to know of one golden path. */
export function GoldenPathArticle(props: { path: GoldenPath }) {
  const { path } = props;
  const { ref, title, gives, leaving, changes, owner } = path;
  const classes = useStyles();
  const titleId = useId();
  const templateLink = useTemplateLink()(ref);
  return (
    <Paper
      component="article"
      variant="outlined"
      id={goldenPathId(ref)}
      aria-labelledby={titleId}
      className={classes.article}
    >
      <div className={classes.head}>
        <div className={classes.name}>
          <Typography id={titleId} component="h3" variant="h6">
            {title}
          </Typography>
          <Typography variant="body2" className={classes.description}>
            {path.description ?? 'It is not described.'}
          </Typography>
        </div>
        {templateLink && (
          <LinkButton
            variant="contained"
            color="primary"
            to={templateLink}
            aria-label={`Use it: ${title}`}
          >
            Use it
          </LinkButton>
        )}
      </div>
      <div className={classes.columns}>
        <div>
          <Problem path={path} />
          <Said title="What you get" by={path} isSaid={gives.length > 0}>
            <ul className={classes.gives} aria-label={`What ${title} gives`}>
              {gives.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </Said>
          <Said title="What it costs to leave" by={path} isSaid={!!leaving}>
            <Typography variant="body2" className={classes.text}>
              {leaving}
            </Typography>
          </Said>
          <Said title="What changed last" by={path} isSaid={changes.length > 0}>
            <GoldenPathChanges title={title} changes={changes} />
          </Said>
        </div>
        <Facts
          facts={[
            { name: 'Version', value: path.version || 'Not said' },
            { name: 'Used by', value: <GoldenPathUsage path={path} /> },
            {
              name: 'Rules it satisfies',
              value: <GoldenPathRules path={path} />,
            },
            { name: 'Owner', value: owner && <OwnerLink entityRef={owner} /> },
            { name: 'Tags', value: path.tags.join(', ') },
          ]}
        />
      </div>
    </Paper>
  );
}

/** A part of what the template says; where it is broken, what is missing goes without saying. */
function Said(props: {
  title: string;
  by: GoldenPath;
  isSaid: boolean;
  children: ReactNode;
}) {
  const { title, by, isSaid, children } = props;
  const classes = useStyles();
  if (!isSaid && by.problem) {
    return null;
  }
  return (
    <>
      <Typography component="h4" variant="subtitle2" className={classes.part}>
        {title}
      </Typography>
      {isSaid ? (
        children
      ) : (
        <Typography variant="body2" className={classes.text}>
          Its template doesn’t say.
        </Typography>
      )}
    </>
  );
}

function Problem(props: { path: GoldenPath }) {
  const { problem, owner } = props.path;
  if (!problem) {
    return null;
  }
  return (
    <Notice
      icon={BuildOutlinedIcon}
      tone="warn"
      level={4}
      title="What its template says of itself can’t be read"
    >
      <Typography variant="body2">{problem}</Typography>
      <Typography variant="body2">
        {owner ? <OwnerLink entityRef={owner} /> : 'Whoever looks after it'} can
        mend it under <code>spec.goldenPath</code>. Until then, what it gives
        and costs is not known here.
      </Typography>
    </Notice>
  );
}
