import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { productRouteRef } from '../../routes';
import { validEntityRef } from '../../shared/entityRefs';
import { Facts } from '../../shared/Facts';
import { Section } from '../../shared/Section';

/** What is updated, and whose it is. */
export function UpdateFacts(props: { provisioned: ProvisionedProductDetail }) {
  const { account, product, version, accountTitle, environment, entityRef } =
    props.provisioned;
  const productLink = useRouteRef(productRouteRef);
  const owner = validEntityRef(entityRef);
  return (
    <Section level={3} title="Facts">
      <Facts
        facts={[
          {
            name: 'Product',
            value: (
              <Link to={productLink({ account, product: product.id })}>
                {product.name}
              </Link>
            ),
          },
          {
            name: 'Present version',
            value: version?.name ?? version?.id ?? 'Not known',
          },
          { name: 'For', value: owner && <EntityRefLink entityRef={owner} /> },
          { name: 'Account', value: accountTitle },
          { name: 'Environment', value: environment },
        ]}
      />
    </Section>
  );
}
