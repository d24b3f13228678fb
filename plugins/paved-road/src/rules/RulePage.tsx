import { useParams } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import BrokenImageOutlinedIcon from '@material-ui/icons/BrokenImageOutlined';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { RuleDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { rulesRouteRef } from '../routes';
import { BackLink } from '../shared/BackLink';
import { DetailArticle } from '../shared/DetailArticle';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { SeverityLabel } from '../shared/SeverityLabel';
import { enforcementWords } from './enforcementWords';
import { FailingServices } from './FailingServices';
import { RuleChange } from './RuleChange';
import { RuleControls } from './RuleControls';
import { RuleFacts } from './RuleFacts';
import { RuleReason } from './RuleReason';
import { RuleSourceView } from './RuleSourceView';

const useStyles = makeStyles(
  (theme: Theme) => ({
    text: { whiteSpace: 'pre-line', maxWidth: '75ch' },
    prose: {
      maxWidth: '75ch',
      '& p, & li': {
        fontSize: theme.typography.body1.fontSize,
        overflowWrap: 'anywhere',
      },
      '& h4, & h5, & h6': {
        ...theme.typography.subtitle1,
        fontWeight: 700,
        margin: theme.spacing(2.5, 0, 0.5),
      },
    },
  }),
  { name: 'PavedRoadRulePage' },
);

/** One rule: why it exists first, then all that is known of it. */
export function RulePage() {
  const { pack = '', name = '' } = useParams();
  const api = useApi(pavedRoadApiRef);
  const rulesLink = useRouteRef(rulesRouteRef);
  const rule = useAsyncRetry(
    () => api.getRule({ pack, name }),
    [api, pack, name],
  );
  return (
    <>
      <BackLink to={rulesLink()}>All rules</BackLink>
      {rule.error && (
        <RequestFailure
          error={rule.error}
          what={`the rule ${pack}/${name}`}
          level={2}
          onRetry={rule.retry}
        />
      )}
      {!rule.error && !rule.value && (
        <Loading label="Loading the rule" rows={5} rowHeight={96} />
      )}
      {rule.value && <Rule key={rule.value.id} rule={rule.value} />}
    </>
  );
}

function Rule(props: { rule: RuleDetail }) {
  const { rule } = props;
  const classes = useStyles();
  return (
    <DetailArticle
      title={rule.title}
      id={rule.id}
      kind="rule"
      marks={
        <>
          <SeverityLabel severity={rule.severity} />
          <span>{enforcementWords(rule.enforcement)}</span>
        </>
      }
      notice={
        rule.broken !== undefined && (
          <Notice
            icon={BrokenImageOutlinedIcon}
            tone="bad"
            title="This rule is broken"
          >
            <Typography>
              The engine cannot read it, so it checks nothing and every verdict
              of it is unknown. {rule.broken}
            </Typography>
          </Notice>
        )
      }
      aside={
        <>
          <RuleFacts rule={rule} />
          <RuleControls controls={rule.controls} />
        </>
      }
    >
      <div className={classes.prose}>
        <RuleReason rule={rule} />
      </div>
      <Section level={3} title="How to comply">
        <Typography className={classes.text}>
          {rule.remediation ??
            'No remediation is recorded. The examples below show what passes.'}
        </Typography>
      </Section>
      <RuleChange rule={rule} />
      <FailingServices pack={rule.pack} name={rule.name} />
      <RuleSourceView rule={rule} />
    </DetailArticle>
  );
}
