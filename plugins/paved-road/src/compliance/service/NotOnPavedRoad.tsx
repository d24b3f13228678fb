import Typography from '@material-ui/core/Typography';
import AddRoadIcon from '@material-ui/icons/PlaylistAdd';
import { CopyButton } from '../../shared/CopyButton';
import { Entity } from '@backstage/catalog-model';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { CodeView } from '../../shared/code';
import { Notice } from '../../shared/Notice';

const useStyles = makeStyles(
  (theme: Theme) => ({
    example: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      '& > :first-child': { flexGrow: 1, minWidth: 0 },
    },
  }),
  { name: 'PavedRoadNotOnPavedRoad' },
);

/** How a service gets on the paved road. */
export function NotOnPavedRoad(props: { entity: Entity }) {
  const classes = useStyles();
  const annotation = `${ANNOTATION_DOCUMENTS}: infra/*.yaml, cdk.out/*.template.json`;
  const example = `metadata:
  name: ${props.entity.metadata.name}
  annotations:
    ${annotation}`;
  return (
    <Notice
      icon={AddRoadIcon}
      tone="info"
      title="Not yet on the paved road"
      level={2}
    >
      <Typography>
        The portal does not know where the infrastructure documents of{' '}
        {props.entity.metadata.name} lie, so nothing is checked and nothing is
        known. Add this annotation to its catalog file, with the patterns of its
        CloudFormation templates, CDK output or Terraform plans, seen from where
        the catalog file lies:
      </Typography>
      <div className={classes.example}>
        <CodeView
          label="Annotation to add to the catalog file"
          lines={example.split('\n')}
        />
        <CopyButton text={annotation} label="Copy the annotation" />
      </div>
      <Typography>
        Once the catalog has read the file, the documents are checked and this
        page says what passes and what fails.
      </Typography>
    </Notice>
  );
}
