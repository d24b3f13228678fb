import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { DetailArticle } from '../../../shared/DetailArticle';
import { LostNote } from '../LostNote';
import { isOver } from '../statusWords';
import { OutsideMark, StatusMark } from '../StatusMark';
import { ChangeButtons } from './ChangeButtons';
import { ChangeHistory } from './ChangeHistory';
import { ChosenParameters } from './ChosenParameters';
import { NewerVersion } from './NewerVersion';
import { Outputs } from './Outputs';
import { ProvisionedFacts } from './ProvisionedFacts';
import { ServiceActions } from './ServiceActions';
import { StatusNotice } from './StatusNotice';

/** What is known of a provisioned product, what needs the reader first. */
export function ProvisionedProduct(props: {
  product: ProvisionedProductDetail;
  /** True where it may be old. */
  lost: boolean;
  onChanged: () => void;
}) {
  const { product, lost, onChanged } = props;
  return (
    <DetailArticle
      title={product.name}
      id={product.id}
      kind="provisioned product"
      marks={
        <>
          <StatusMark status={product.status} />
          <OutsideMark origin={product.origin} />
        </>
      }
      notice={
        <>
          <LostNote lost={lost} />
          <StatusNotice product={product} />
          <NewerVersion product={product} />
          <ChangeButtons product={product} />
        </>
      }
      aside={<ProvisionedFacts product={product} />}
    >
      <Outputs product={product} />
      {product.origin === 'portal' && !isOver(product.status) && (
        <ServiceActions product={product} onChanged={onChanged} />
      )}
      <ChosenParameters parameters={product.parameters} />
      <ChangeHistory changes={product.changes} />
    </DetailArticle>
  );
}
