import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  CheckedDocument,
  ServiceFinding,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { lineUrl } from '../../shared/httpUrl';
import { OutsideLink } from '../../shared/OutsideLink';
import { toneColor } from '../../shared/tone';
import { WhenNear } from '../../shared/WhenNear';
import { FindingExcerpt } from './FindingExcerpt';

const useStyles = makeStyles(
  (theme: Theme) => ({
    finding: {
      padding: theme.spacing(1, 0, 1, 2),
      borderLeft: `2px solid ${theme.palette.divider}`,
      marginTop: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    resource: { fontWeight: 700 },
    path: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(12),
    },
    message: { whiteSpace: 'pre-line' },
  }),
  { name: 'PavedRoadFindingItem' },
);

/** One reason for a failure: the resource, the place, the message, the lines. */
export function FindingItem(props: {
  finding: ServiceFinding;
  /** Said above already, and not again where the message is the same. */
  ruleTitle: string;
  document?: CheckedDocument;
  /** The service, where its documents can still be read as they were checked. */
  excerptOf?: string;
  /** Whether its lines are shown without being asked for. */
  defaultOpen?: boolean;
}) {
  const { finding, excerptOf } = props;
  const classes = useStyles();
  const { line, column } = finding;
  const place =
    line === undefined ? finding.document : `${finding.document}:${line}`;
  return (
    <li className={classes.finding}>
      <Typography variant="body2">
        {finding.resource && (
          <>
            <span className={classes.resource}>{finding.resource}</span>
            {' in '}
          </>
        )}
        <OutsideLink url={lineUrl(props.document?.viewUrl, line)}>
          <span
            title={
              line !== undefined && column !== undefined
                ? `Line ${line}, column ${column}`
                : undefined
            }
          >
            {place}
          </span>
        </OutsideLink>
      </Typography>
      {finding.message !== props.ruleTitle && (
        <Typography variant="body2" className={classes.message}>
          {finding.message}
        </Typography>
      )}
      {finding.propertyPath && (
        <div className={classes.path}>
          <code>{finding.propertyPath}</code>
        </div>
      )}
      {excerptOf && line !== undefined && (
        <Disclosure
          label={`The lines around ${place}`}
          defaultOpen={props.defaultOpen}
        >
          {() => (
            <WhenNear height={160}>
              <FindingExcerpt
                entityRef={excerptOf}
                document={finding.document}
                line={line}
              />
            </WhenNear>
          )}
        </Disclosure>
      )}
    </li>
  );
}
