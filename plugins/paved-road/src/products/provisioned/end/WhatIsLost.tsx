import Typography from '@material-ui/core/Typography';
import DeleteForeverIcon from '@material-ui/icons/DeleteForever';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../../shared/Notice';
import { OwnerLink } from '../../../shared/OwnerLink';

/** What an end takes away, and from whom. */
export function WhatIsLost(props: {
  product: ProvisionedProductDetail;
  retainResources: boolean;
}) {
  const { product, retainResources } = props;
  const { accountTitle, environment, entityRef, outputs } = product;
  const place = `${accountTitle} (${environment})`;
  return (
    <Notice
      icon={retainResources ? LinkOffIcon : DeleteForeverIcon}
      tone={retainResources ? 'warn' : 'bad'}
      title={
        retainResources
          ? 'The resources stay, and nobody looks after them here any more'
          : 'The resources are deleted, with the data in them'
      }
    >
      <Typography>
        {retainResources
          ? `All that ${product.product.name} made in ${place} stays there and costs what it costs. It can no longer be updated or ended through Service Catalog.`
          : `AWS deletes all that ${product.product.name} made in ${place}, save what its makers let outlive it. This cannot be undone.`}
      </Typography>
      {entityRef && (
        <Typography>
          It is for <OwnerLink entityRef={entityRef} />.
        </Typography>
      )}
      {outputs.length > 0 && !retainResources && (
        <>
          <Typography>What these lead to is gone then:</Typography>
          <ul>
            {outputs.map(({ key, value }) => (
              <li key={key}>
                {key}: <code>{value}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
