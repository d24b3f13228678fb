import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  ProductDetail,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { provisionedProductRouteRef } from '../../routes';
import { useUrlParams } from '../../shared/useUrlParams';
import { accountName } from '../accountName';
import { chosenPath } from '../detail/choices';
import { LaunchForm } from '../detail/LaunchForm';
import { useVersionForm } from '../detail/useVersionForm';
import { VersionAndPath } from '../detail/VersionAndPath';
import { useOneChange } from '../provisioned/useOneChange';
import { FormSections } from './FormSections';
import { OutlookSection } from './OutlookSection';
import { outlookReason } from './outlookReason';
import { SendBar } from './SendBar';
import { updateVersion } from './updateVersion';
import { useFilledForm } from './useFilledForm';
import { useOutlook } from './useOutlook';

/** The form of an update, with what is there already. */
export function UpdateProduct(props: {
  provisioned: ProvisionedProductDetail;
  product: ProductDetail;
  placeWords: string;
  /** Reads the product again. */
  onRetry: () => void;
}) {
  const { provisioned, product, placeWords } = props;
  const { id, accountTitle, environment } = provisioned;
  const api = useApi(pavedRoadApiRef);
  const navigate = useNavigate();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const { params, change } = useUrlParams();
  const asked = params.get('version');
  const version = updateVersion(product.versions, provisioned, asked);
  const path = chosenPath(product, params.get('path') ?? provisioned.path);
  const { state, form } = useVersionForm(product, version, path);
  const present = useMemo(
    () => new Map(provisioned.parameters.map(one => [one.key, one])),
    [provisioned.parameters],
  );
  // An update takes no tags: those of the launch stay.
  const askedFor = useMemo(() => form && { ...form, tagOptions: [] }, [form]);
  const filled = useFilledForm(askedFor, present);

  const isAnother =
    version?.id !== provisioned.version?.id || filled.parameters.length > 0;
  const choice =
    version && path && form && isAnother && filled.open.length === 0
      ? { version: version.id, path: path.id, parameters: filled.parameters }
      : undefined;
  const outlook = useOutlook({
    choice,
    calm: JSON.stringify([
      version?.id,
      path?.id,
      form !== undefined,
      filled.calm,
    ]),
    askPreflight: body => api.preflightUpdate(id, body),
    askPlan: body => api.planUpdate(id, body),
  });

  const update = useOneChange('update', async changeId => {
    if (!choice) {
      throw new Error('Nothing is chosen');
    }
    return api.updateProvisionedProduct(id, { ...choice, changeId });
  });
  const send = async () => {
    if (await update.run()) {
      navigate(provisionedLink({ id }));
    }
  };

  const reason = () => {
    if (!version || product.launchPaths.length === 0) {
      return 'There is nothing that it could be updated to.';
    }
    if (!path) {
      return 'Choose a launch path.';
    }
    if (!form) {
      return 'What it asks for is not there yet.';
    }
    if (filled.open.length > 0) {
      return `Still to fill in or to put right: ${filled.open.join(', ')}.`;
    }
    return isAnother
      ? outlookReason(outlook)
      : 'Nothing is to be another: there is nothing to update.';
  };

  return (
    <>
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
          account={accountName({ title: accountTitle, environment })}
          form={state}
          onReload={props.onRetry}
        >
          {() =>
            askedFor && (
              <>
                <FormSections
                  form={askedFor}
                  filled={filled}
                  present={present}
                />
                <OutlookSection
                  title="Before the update"
                  planTitle="What would change"
                  outlook={outlook}
                  onCheck={() => {
                    filled.showProblems();
                    outlook.check();
                  }}
                />
              </>
            )
          }
        </LaunchForm>
      )}
      <SendBar
        label="Update"
        place={placeWords}
        reason={reason()}
        sending={update.sending}
        error={update.error}
        onSend={send}
      />
    </>
  );
}
