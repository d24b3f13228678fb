import { useLocation } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { RuleLink } from '../../compliance/RuleLink';
import { Disclosure } from '../../shared/Disclosure';
import { Mark } from '../../shared/Mark';
import { count } from '../../shared/words';
import { goldenPathId } from '../links';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadGoldenPathRules' },
);

/** The rules that what a golden path makes was measured to pass. */
export function GoldenPathRules(props: {
  path: Pick<GoldenPath, 'ref' | 'title' | 'rules'>;
}) {
  const { ref, title, rules } = props.path;
  const id = goldenPathId(ref, 'rules');
  const isAskedFor = useLocation().hash === `#${id}`;
  if (rules.length === 0) {
    return (
      <Typography id={id} variant="body2">
        None is recorded. That is no promise either way: a check tells.
      </Typography>
    );
  }
  const retired = rules.filter(({ inForce }) => !inForce);
  const words = count(rules.length, 'rule');
  return (
    <div id={id}>
      <Disclosure
        key={String(isAskedFor)}
        defaultOpen={isAskedFor}
        label={
          retired.length > 0
            ? `${words}, ${retired.length} not in force`
            : words
        }
      >
        {() => (
          <RuleList label={`Rules that ${title} satisfies`} rules={rules} />
        )}
      </Disclosure>
    </div>
  );
}

function RuleList(props: { label: string; rules: GoldenPath['rules'] }) {
  const classes = useStyles();
  const inForce = props.rules.filter(rule => rule.inForce);
  const retired = props.rules.filter(rule => !rule.inForce);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {inForce.map(rule => (
        <li key={rule.id}>
          <RuleLink rule={rule.id}>{rule.title}</RuleLink>
        </li>
      ))}
      {retired.map(rule => (
        // No page to lead to, and the id is whatever the template says.
        <li key={rule.id}>
          <code>{rule.id}</code>{' '}
          <Mark icon={BlockIcon} tone="quiet">
            Not in force
          </Mark>
        </li>
      ))}
    </ul>
  );
}
