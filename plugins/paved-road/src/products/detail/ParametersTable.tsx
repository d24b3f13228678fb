import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ProductParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { ResourceType } from '../../shared/ResourceType';
import { toneColor } from '../../shared/tone';
import { AllowedValues } from './AllowedValues';
import { typeWords } from './parameterWords';

const useStyles = makeStyles(
  (theme: Theme) => ({
    table: {
      marginBottom: theme.spacing(2),
      '& td, & th': { verticalAlign: 'top' },
      '& tbody th': { fontWeight: 'inherit' },
      '& code': { overflowWrap: 'anywhere' },
    },
    label: { fontWeight: 700 },
    key: {
      display: 'block',
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(12),
    },
    description: { maxWidth: '50ch', whiteSpace: 'pre-line' },
  }),
  { name: 'PavedRoadParametersTable' },
);

/** The parameters of one group, each with what its values have to be like. */
export function ParametersTable(props: {
  label: string;
  parameters: ProductParameter[];
}) {
  const classes = useStyles();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      className={classes.table}
    >
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            <TableCell scope="col">Parameter</TableCell>
            <TableCell scope="col">Kind</TableCell>
            <TableCell scope="col">Default</TableCell>
            <TableCell scope="col">What is allowed</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.parameters.map(parameter => (
            <TableRow key={parameter.key}>
              <TableCell component="th" scope="row" role="rowheader">
                <span className={classes.label}>
                  {parameter.label ?? parameter.key}
                </span>
                {parameter.label && (
                  <code className={classes.key}>{parameter.key}</code>
                )}
                {parameter.description && (
                  <div className={classes.description}>
                    {parameter.description}
                  </div>
                )}
              </TableCell>
              <TableCell>
                <ResourceType type={typeWords(parameter.type)} />
                {parameter.noEcho && (
                  <div>
                    <Mark icon={LockOutlinedIcon} tone="info">
                      A secret, never kept
                    </Mark>
                  </div>
                )}
              </TableCell>
              <TableCell>
                <DefaultValue parameter={parameter} />
              </TableCell>
              <TableCell>
                <AllowedValues parameter={parameter} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function DefaultValue(props: { parameter: ProductParameter }) {
  const { default: value, noEcho } = props.parameter;
  if (noEcho) {
    // Whether a secret has a default is not told either.
    return <>Not shown</>;
  }
  if (value === undefined) {
    return <>None: a value is needed</>;
  }
  return value === '' ? <>Empty</> : <code>{value}</code>;
}
