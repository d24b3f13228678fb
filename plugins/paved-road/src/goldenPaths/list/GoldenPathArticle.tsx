import { useId } from 'react';
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
      columnGap: theme.spacing(5),
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
  const { ref, title, gives, leaving, owner } = path;
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
      <Problem path={path} />
      <div className={classes.columns}>
        <div>
          <Part title="What you get" />
          {gives.length > 0 ? (
            <ul className={classes.gives} aria-label={`What ${title} gives`}>
              {gives.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          ) : (
            <NotSaid />
          )}
          <Part title="What it costs to leave" />
          {leaving ? (
            <Typography variant="body2" className={classes.text}>
              {leaving}
            </Typography>
          ) : (
            <NotSaid />
          )}
          <Part title="What changed last" />
          <GoldenPathChanges path={path} />
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

function Part(props: { title: string }) {
  const classes = useStyles();
  return (
    <Typography component="h4" variant="subtitle2" className={classes.part}>
      {props.title}
    </Typography>
  );
}

function NotSaid() {
  const classes = useStyles();
  return (
    <Typography variant="body2" className={classes.text}>
      Its template doesn’t say.
    </Typography>
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
