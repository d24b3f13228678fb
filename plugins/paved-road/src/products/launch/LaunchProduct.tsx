import { useNavigate } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  ProductAccount,
  ProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { provisionedProductRouteRef } from '../../routes';
import { DetailArticle } from '../../shared/DetailArticle';
import { useUrlParams } from '../../shared/useUrlParams';
import { accountName } from '../accountName';
import { chosenPath, chosenVersion } from '../detail/choices';
import { LaunchForm } from '../detail/LaunchForm';
import { ProductFacts } from '../detail/ProductFacts';
import { useVersionForm } from '../detail/useVersionForm';
import { VersionAndPath } from '../detail/VersionAndPath';
import { useOneChange } from '../provisioned/useOneChange';
import { ForWhom } from './ForWhom';
import { FormSections } from './FormSections';
import { OutlookSection } from './OutlookSection';
import { outlookReason } from './outlookReason';
import { SendBar } from './SendBar';
import { useFilledForm } from './useFilledForm';
import { useForWhom } from './useForWhom';
import { useOutlook } from './useOutlook';
import { usePlaceWords } from './usePlaceWords';

/** The launch of a product, of the version and through the path of the address. */
export function LaunchProduct(props: {
  product: ProductDetail;
  /** Absent where it is not known yet. */
  account: ProductAccount | undefined;
  onRetry: () => void;
}) {
  const { product, account } = props;
  const api = useApi(pavedRoadApiRef);
  const navigate = useNavigate();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const { params, change } = useUrlParams();
  const asked = params.get('version');
  const version = chosenVersion(product, asked);
  const path = chosenPath(product, params.get('path'));
  const whom = useForWhom(product.name);
  const placeWords = usePlaceWords(
    'Launches',
    account,
    `the account ${product.account}`,
  );

  const { state, form } = useVersionForm(product, version, path);
  const filled = useFilledForm(form);

  const isComplete = form !== undefined && filled.open.length === 0;
  const choice =
    version && path && whom.entityRef && isComplete
      ? {
          account: product.account,
          product: product.id,
          version: version.id,
          path: path.id,
          entityRef: whom.entityRef,
          parameters: filled.parameters,
          tags: filled.tags,
        }
      : undefined;
  const outlook = useOutlook({
    choice,
    calm: JSON.stringify([
      version?.id,
      path?.id,
      whom.entityRef,
      form !== undefined,
      filled.calm,
    ]),
    askPreflight: ({ tags: _, ...body }) => api.preflightLaunch(body),
    askPlan: body => api.planLaunch(body),
  });

  const launch = useOneChange('launch', async changeId => {
    if (!choice) {
      throw new Error('Nothing is chosen');
    }
    return api.launchProduct({ ...choice, changeId, name: whom.name });
  });
  const send = async () => {
    const answer = await launch.run();
    if (answer) {
      navigate(provisionedLink({ id: answer.provisionedProductId }));
    }
  };

  const reason = () => {
    if (!version || product.launchPaths.length === 0) {
      return 'It cannot be launched here.';
    }
    if (version.guidance === 'deprecated') {
      return `${version.name} is deprecated and can’t be launched any more. Choose another version.`;
    }
    if (!path) {
      return 'Choose a launch path.';
    }
    if (!form) {
      return 'What it asks for is not there yet.';
    }
    if (!whom.entityRef) {
      return 'Choose the component that it is for.';
    }
    if (filled.open.length > 0) {
      return `Still to fill in or to put right: ${filled.open.join(', ')}.`;
    }
    return whom.problem ? `Name: ${whom.problem}.` : outlookReason(outlook);
  };

  return (
    <DetailArticle
      title={`Launch ${product.name}`}
      id={product.id}
      kind="product"
      marks={<strong>{placeWords}</strong>}
      aside={
        <ProductFacts
          product={product}
          account={account}
          askedFormAt={form?.readAt}
        />
      }
    >
      <VersionAndPath
        product={product}
        asked={asked}
        version={version}
        path={path}
        onChange={change}
      />
      <ForWhom whom={whom} tried={filled.tried} />
      {version && (
        <LaunchForm
          paths={product.launchPaths}
          path={path}
          account={
            account ? accountName(account) : `The account ${product.account}`
          }
          form={state}
          onReload={props.onRetry}
        >
          {value => (
            <>
              <FormSections form={value} filled={filled} />
              <OutlookSection
                title="Before the launch"
                planTitle="What would be made"
                outlook={outlook}
                onCheck={() => {
                  filled.showProblems();
                  outlook.check();
                }}
              />
            </>
          )}
        </LaunchForm>
      )}
      <SendBar
        label="Launch"
        place={placeWords}
        reason={reason()}
        sending={launch.sending}
        error={launch.error}
        onSend={send}
      />
    </DetailArticle>
  );
}
