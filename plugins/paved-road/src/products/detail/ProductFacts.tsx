import {
  ProductAccount,
  ProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { OwnerLink } from '../../shared/OwnerLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { Section } from '../../shared/Section';
import { Support } from '../Support';
import { productTypeWords } from './productWords';

/** Whose the product is, where it is launched, and how old the answers are. */
export function ProductFacts(props: {
  product: ProductDetail;
  account: ProductAccount | undefined;
  /** ISO time at which the account was asked for the form. */
  askedFormAt: string | undefined;
}) {
  const { product, account, askedFormAt } = props;
  const { owner, distributor, type, launchPaths, budgets } = product;
  return (
    <>
      <Section level={3} title="Support">
        <Support support={product.support} />
      </Section>
      <Section level={3} title="Facts">
        <Facts
          facts={[
            {
              name: 'Owner',
              value: owner ? (
                <OwnerLink entityRef={owner} />
              ) : (
                'Nobody recorded'
              ),
            },
            { name: 'Distributor', value: distributor },
            { name: 'Type', value: type && productTypeWords(type) },
            { name: 'Account', value: account?.title ?? product.account },
            { name: 'Number of the account', value: account?.accountId },
            { name: 'Region', value: account?.region },
            { name: 'Environment', value: account?.environment },
            {
              name: 'Launched through',
              value:
                launchPaths.length > 0
                  ? launchPaths.map(({ id, name }) => (
                      <div key={id}>{name ?? id}</div>
                    ))
                  : 'No portfolio',
            },
            {
              name: 'Budgets',
              value: budgets.length > 0 ? budgets.join(', ') : 'None',
            },
            {
              name: 'Product asked for',
              value: <RelativeTime value={product.readAt} />,
            },
            {
              name: 'Form asked for',
              value: askedFormAt && <RelativeTime value={askedFormAt} />,
            },
          ]}
        />
      </Section>
    </>
  );
}
