import Typography from '@material-ui/core/Typography';
import MapOutlinedIcon from '@material-ui/icons/MapOutlined';
import { ANNOTATION_GOLDEN_PATH_VERSION } from '@paved-road/backstage-plugin-paved-road-common';
import { CodeView } from '../../shared/code';
import { Notice } from '../../shared/Notice';

const EXAMPLE = `metadata:
  annotations:
    ${ANNOTATION_GOLDEN_PATH_VERSION}: '1.0.0'
spec:
  goldenPath:
    gives:
      - An HTTP API with a table, its alarms and its tests
    leaving: The code stays yours; its pipeline doesn’t.
    rules:
      - meridian/BUCKET_IS_ENCRYPTED
    changes:
      - version: '1.0.0'
        date: '2026-11-26'
        summary: The first version.`;

/** Says how a software template becomes a golden path. */
export function NoGoldenPath() {
  return (
    <Notice
      icon={MapOutlinedIcon}
      tone="info"
      title="There is no golden path yet"
    >
      <Typography>
        A golden path is a software template that the platform stands behind. A
        template in the catalog becomes one by saying in its own file what one
        gets, what it costs to leave it, which rules it keeps, and what each
        version brought:
      </Typography>
      <CodeView
        label="What a golden path’s template says of itself"
        lines={EXAMPLE.split('\n')}
      />
      <Typography>
        Once the catalog has read the file, it is offered here to all who may
        see the template.
      </Typography>
    </Notice>
  );
}
