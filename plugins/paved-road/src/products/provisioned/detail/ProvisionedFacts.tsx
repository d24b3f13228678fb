import { Link } from '@backstage/core-components';
import { CopyButton } from '../../../shared/CopyButton';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { productRouteRef } from '../../../routes';
import { Facts } from '../../../shared/Facts';
import { OwnerLink } from '../../../shared/OwnerLink';
import { RelativeTime } from '../../../shared/RelativeTime';
import { Section } from '../../../shared/Section';
import { ChangeAsker } from './ChangeAsker';

/** From what it was launched, where, for whom and by whom. */
export function ProvisionedFacts(props: { product: ProvisionedProductDetail }) {
  const { product } = props;
  const { account, awsId, entityRef, readAt, version } = product;
  const productLink = useRouteRef(productRouteRef);
  const launch = product.changes.find(({ kind }) => kind === 'launch');
  return (
    <Section level={3} title="Facts">
      <Facts
        facts={[
          {
            name: 'Product',
            value: (
              <Link to={productLink({ account, product: product.product.id })}>
                {product.product.name}
              </Link>
            ),
          },
          {
            name: 'Version',
            value: version?.name ?? version?.id ?? 'Not known',
          },
          { name: 'Account', value: product.accountTitle },
          { name: 'Environment', value: product.environment },
          {
            name: 'For',
            value: entityRef ? (
              <OwnerLink entityRef={entityRef} />
            ) : (
              'Nobody named'
            ),
          },
          {
            name: 'Id on AWS',
            value: awsId && (
              <>
                <code>{awsId}</code>
                <CopyButton text={awsId} label="Copy the id on AWS" />
              </>
            ),
          },
          {
            name: 'Launched',
            value: (
              <>
                <RelativeTime value={product.createdAt} />
                {launch && (
                  <>
                    {' '}
                    by <ChangeAsker requestedBy={launch.requestedBy} />
                  </>
                )}
              </>
            ),
          },
          {
            name: 'Read from AWS',
            value: readAt ? <RelativeTime value={readAt} /> : 'Not yet',
          },
        ]}
      />
    </Section>
  );
}
