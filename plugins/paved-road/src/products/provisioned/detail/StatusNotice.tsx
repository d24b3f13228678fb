import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { VisuallyHidden } from '../../../shared/VisuallyHidden';
import {
  changeWords,
  isFailure,
  progressWords,
  statusWords,
} from '../statusWords';
import { FailureNotice } from './FailureNotice';
import { openChangeOf } from './openChange';
import { OpenChangeNotice } from './OpenChangeNotice';
import { QuietNotice } from './QuietNotice';

/** What its reader came for: what is going on, or what went wrong. */
export function StatusNotice(props: { product: ProvisionedProductDetail }) {
  const { product } = props;
  const { status } = product;
  const change = openChangeOf(product);
  const [latest] = product.changes;
  const wentWrong =
    latest && ['failed', 'refused', 'interrupted'].includes(latest.state);
  return (
    <>
      <VisuallyHidden component="div" role="status">
        {change
          ? `${changeWords(change)}: ${progressWords(change)}`
          : `Status: ${statusWords[status]}`}
      </VisuallyHidden>
      {change && <OpenChangeNotice change={change} />}
      {isFailure(status) || wentWrong ? (
        <FailureNotice product={product} />
      ) : (
        <QuietNotice product={product} />
      )}
    </>
  );
}
