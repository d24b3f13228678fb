import Typography from '@material-ui/core/Typography';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  ProductAccount,
  ProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { DetailArticle } from '../../shared/DetailArticle';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { useUrlParams } from '../../shared/useUrlParams';
import { accountName } from '../accountName';
import { chosenPath, chosenVersion } from './choices';
import { LaunchForm } from './LaunchForm';
import { PathChooser } from './PathChooser';
import { ProductFacts } from './ProductFacts';
import { VersionChooser } from './VersionChooser';
import { WhatYouGet } from './WhatYouGet';

/** A product, with the version and the launch path that the address names. */
export function Product(props: {
  product: ProductDetail;
  /** Absent where it is not known yet. */
  account: ProductAccount | undefined;
  onRetry: () => void;
}) {
  const { product, account } = props;
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const asked = params.get('version');
  const version = chosenVersion(product, asked);
  const path = chosenPath(product, params.get('path'));
  const form = useAsyncRetry(
    async () =>
      version && path
        ? api.getProductForm(
            {
              account: product.account,
              product: product.id,
              version: version.id,
            },
            { path: path.id },
          )
        : undefined,
    [api, product.account, product.id, version?.id, path?.id],
  );
  const place = account
    ? accountName(account)
    : `The account ${product.account}`;

  return (
    <DetailArticle
      title={product.name}
      id={product.id}
      kind="product"
      marks={<span>{place}</span>}
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
      <Section level={3} title="Version">
        {asked && version && asked !== version.id && (
          <Notice
            icon={LinkOffIcon}
            tone="warn"
            title="The version in the address is not there"
            level={4}
          >
            <Typography>
              It may have been taken away. {version.name} is shown in its place.
            </Typography>
          </Notice>
        )}
        {version ? (
          <VersionChooser
            versions={product.versions}
            chosen={version.id}
            onChoose={id => change({ version: id })}
          />
        ) : (
          <Typography>
            There is no version that can be launched. Those who support the
            product know whether one will come.
          </Typography>
        )}
      </Section>
      {product.launchPaths.length > 1 && (
        <PathChooser
          paths={product.launchPaths}
          chosen={path?.id}
          onChoose={id => change({ path: id })}
        />
      )}
      {version && (
        <LaunchForm
          paths={product.launchPaths}
          path={path}
          account={place}
          form={form}
          onReload={props.onRetry}
        />
      )}
    </DetailArticle>
  );
}
