import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import {
  CheckedDocument,
  DocumentFormat,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { OutsideLink } from '../../shared/OutsideLink';
import { Section } from '../../shared/Section';
import { count, shortDigest } from '../../shared/words';
import { partId } from './partId';

const FORMATS: Record<DocumentFormat, string> = {
  'cloudformation-yaml': 'CloudFormation, YAML',
  'cloudformation-json': 'CloudFormation, JSON',
  cdk: 'CDK synth output',
  'terraform-plan': 'Terraform plan',
  unknown: 'Not recognised',
};

const useStyles = makeStyles(
  { digest: { whiteSpace: 'nowrap' } },
  { name: 'PavedRoadDocumentsTable' },
);

/** What was looked at, and what could not be. */
export function DocumentsTable(props: { documents: CheckedDocument[] }) {
  const { documents } = props;
  const classes = useStyles();
  return (
    <Section
      level={3}
      id={partId('documents')}
      title={count(documents.length, 'document')}
    >
      {documents.length === 0 ? (
        <Typography>No document has been checked.</Typography>
      ) : (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small" aria-label="Documents">
            <TableHead>
              <TableRow>
                <TableCell scope="col">Document</TableCell>
                <TableCell scope="col">Format</TableCell>
                <TableCell scope="col">Digest</TableCell>
                <TableCell scope="col">Read</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {documents.map(document => (
                <TableRow key={document.path}>
                  <TableCell>
                    <OutsideLink url={document.viewUrl}>
                      {document.path}
                    </OutsideLink>
                  </TableCell>
                  <TableCell>{FORMATS[document.format]}</TableCell>
                  <TableCell>
                    {document.digest && (
                      <code title={document.digest} className={classes.digest}>
                        {shortDigest(document.digest)}
                      </code>
                    )}
                  </TableCell>
                  <TableCell>
                    {document.error ? (
                      <Mark icon={ErrorOutlineIcon} tone="bad">
                        {document.error}
                      </Mark>
                    ) : (
                      'Yes'
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  );
}
