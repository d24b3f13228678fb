import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import ReportIcon from '@material-ui/icons/Report';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { productRouteRef } from '../../../routes';
import { Notice } from '../../../shared/Notice';
import { failureMessages, failureWords } from './failureWords';
import { obstacleTo } from './obstacles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    words: {
      margin: theme.spacing(1, 0, 1.5),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `2px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(18),
      whiteSpace: 'pre-line',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadFailureNotice' },
);

/** That the last change failed, in AWS's words, and what can be done. */
export function FailureNotice(props: { product: ProvisionedProductDetail }) {
  const { product } = props;
  const classes = useStyles();
  const productLink = useRouteRef(productRouteRef);
  const { title, meaning } = failureWords(product);
  const messages = failureMessages(product);
  const isChangeable = !obstacleTo('update', product);
  return (
    <Notice
      icon={ReportIcon}
      tone="bad"
      title={title}
      actions={
        <Link
          to={productLink({
            account: product.account,
            product: product.product.id,
          })}
        >
          Who supports {product.product.name}
        </Link>
      }
    >
      {messages.length === 0 && (
        <Typography>No reason is recorded, neither by AWS nor here.</Typography>
      )}
      {messages.map(message => (
        <blockquote key={message} className={classes.words}>
          {message}
        </blockquote>
      ))}
      <Typography>
        {meaning}{' '}
        {isChangeable &&
          'Update it again with other values or another version, or end it.'}
      </Typography>
    </Notice>
  );
}
