import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { failureKind, failureMessage } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { Mark } from '../../shared/Mark';
import { Notice } from '../../shared/Notice';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { PlanView } from './PlanView';
import { PreflightView } from './PreflightView';
import { Answer, Outlook } from './useOutlook';

const useStyles = makeStyles(
  (theme: Theme) => ({
    columns: {
      display: 'grid',
      gap: theme.spacing(2, 4),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      marginTop: theme.spacing(2),
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      },
    },
    old: { opacity: 0.6 },
    title: { margin: theme.spacing(0, 0, 1.5) },
  }),
  { name: 'PavedRoadOutlookSection' },
);

/** What the rules say of what is chosen, beside what it would make. */
export function OutlookSection(props: {
  /** Such as `Before the launch`. */
  title: string;
  /** Such as `What would be made`. */
  planTitle: string;
  outlook: Outlook;
  onCheck: () => void;
}) {
  const { outlook, planTitle } = props;
  const { answers, isCurrent } = outlook;
  const classes = useStyles();
  return (
    <Section
      level={3}
      title={props.title}
      actions={
        <Button
          variant="outlined"
          disabled={isCurrent && answers?.preflight.loading}
          onClick={props.onCheck}
        >
          Check
        </Button>
      }
    >
      <div role="status">
        {!answers && (
          <Typography>
            Not checked yet. That happens by itself once all that is needed is
            there.
          </Typography>
        )}
        {answers && !isCurrent && (
          <Mark icon={HistoryIcon} tone="warn">
            Out of date: this is about other values than the present ones
          </Mark>
        )}
      </div>
      {answers && (
        <div className={`${classes.columns} ${isCurrent ? '' : classes.old}`}>
          <Part
            title={titleOf('What the rules say', isCurrent)}
            loading="Asking the rules"
            answer={answers.preflight}
            what="what the rules say"
            onRetry={props.onCheck}
          >
            {preflight => <PreflightView preflight={preflight} />}
          </Part>
          <Part
            title={titleOf(planTitle, isCurrent)}
            loading="Asking AWS for its plan, which takes some seconds"
            answer={answers.plan}
            what="the plan"
            onRetry={props.onCheck}
          >
            {plan => <PlanView plan={plan} />}
          </Part>
        </div>
      )}
    </Section>
  );
}

function titleOf(title: string, isCurrent: boolean): string {
  return isCurrent ? title : `${title} (out of date)`;
}

function Part<TValue>(props: {
  title: string;
  loading: string;
  answer: Answer<TValue>;
  what: string;
  onRetry: () => void;
  children: (value: TValue) => ReactNode;
}) {
  const { title, answer, what } = props;
  const { loading, value, error } = answer;
  const classes = useStyles();
  return (
    <div role="group" aria-label={title}>
      <Typography component="h4" variant="subtitle1" className={classes.title}>
        {title}
      </Typography>
      {loading && <Loading label={props.loading} rows={2} />}
      {value && props.children(value)}
      {error &&
        (failureKind(error) === 'forbidden' ? (
          <Notice
            icon={LockOutlinedIcon}
            tone="quiet"
            title="You may not do this"
            level={4}
          >
            <Typography>{failureMessage(error)}</Typography>
          </Notice>
        ) : (
          <RequestFailure
            error={error}
            what={what}
            level={4}
            onRetry={props.onRetry}
          />
        ))}
    </div>
  );
}
