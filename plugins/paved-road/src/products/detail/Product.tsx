import {
  ProductAccount,
  ProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { DetailArticle } from '../../shared/DetailArticle';
import { Section } from '../../shared/Section';
import { useUrlParams } from '../../shared/useUrlParams';
import { accountName } from '../accountName';
import { chosenPath, chosenVersion } from './choices';
import { LaunchForm } from './LaunchForm';
import { LaunchLink } from './LaunchLink';
import { LaunchTerms } from './LaunchTerms';
import { ParameterGroups } from './ParameterGroups';
import { ProductFacts } from './ProductFacts';
import { useVersionForm } from './useVersionForm';
import { VersionAndPath } from './VersionAndPath';
import { WhatYouGet } from './WhatYouGet';

/** A product, with the version and the launch path that the address names. */
export function Product(props: {
  product: ProductDetail;
  /** Absent where it is not known yet. */
  account: ProductAccount | undefined;
  onRetry: () => void;
}) {
  const { product, account } = props;
  const { params, change } = useUrlParams();
  const asked = params.get('version');
  const version = chosenVersion(product, asked);
  const path = chosenPath(product, params.get('path'));
  const { state: form } = useVersionForm(product, version, path);
  const place = account
    ? accountName(account)
    : `The account ${product.account}`;

  return (
    <DetailArticle
      title={product.name}
      id={product.id}
      kind="product"
      marks={<span>{place}</span>}
      notice={
        version &&
        product.launchPaths.length > 0 && (
          <LaunchLink product={product} version={version} path={path} />
        )
      }
      aside={
        <ProductFacts
          product={product}
          account={account}
          askedFormAt={form.value?.readAt}
        />
      }
    >
      <WhatYouGet
        product={product}
        version={version}
        hasPath={path !== undefined}
        form={form}
      />
      <VersionAndPath
        product={product}
        asked={asked}
        version={version}
        path={path}
        onChange={change}
      />
      {version && (
        <LaunchForm
          paths={product.launchPaths}
          path={path}
          account={place}
          form={form}
          onReload={props.onRetry}
        >
          {value => (
            <>
              <Section level={3} title="What it asks for">
                <ParameterGroups groups={value.groups} />
              </Section>
              <LaunchTerms form={value} />
            </>
          )}
        </LaunchForm>
      )}
    </DetailArticle>
  );
}
