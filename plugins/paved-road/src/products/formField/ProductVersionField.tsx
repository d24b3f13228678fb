import { useId, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { Loading } from '../../shared/Loading';
import { RequestFailure } from '../../shared/RequestFailure';
import { accountName } from '../accountName';
import { chosenPath, chosenVersion } from '../detail/choices';
import { LaunchForm } from '../detail/LaunchForm';
import { useAccount } from '../detail/useAccount';
import { useVersionForm } from '../detail/useVersionForm';
import { ChoiceField } from '../fields/ChoiceField';
import { usePlaceWords } from '../launch/usePlaceWords';
import { ProductPlace } from './ProductChooser';
import { ProductFieldValue } from './productFieldSchema';
import { ProductValues } from './ProductValues';

/** The version and the launch path where they are to be chosen, and the values. */
export function ProductVersionField(props: {
  place: ProductPlace;
  fixedVersion: string | undefined;
  /** What was chosen before, of the same product. */
  value: ProductFieldValue | undefined;
  tried: boolean;
  onChange: (value: ProductFieldValue | undefined) => void;
}) {
  const { place, fixedVersion, value, onChange } = props;
  const api = useApi(pavedRoadApiRef);
  const id = useId();
  const account = useAccount(place.account, place.product);
  const placeWords = usePlaceWords(
    'Launches',
    account,
    `the account ${place.account}`,
  );
  const product = useAsyncRetry(
    () => api.getProduct({ account: place.account, product: place.product }),
    [api, place.account, place.product],
  );
  const [asked, setAsked] = useState({
    version: fixedVersion ?? value?.version,
    path: value?.path,
  });
  const version = product.value && chosenVersion(product.value, asked.version);
  const path = product.value && chosenPath(product.value, asked.path);
  const { state, form } = useVersionForm(
    { account: place.account, id: place.product },
    version,
    path,
  );
  if (product.error) {
    return (
      <RequestFailure
        error={product.error}
        what="the product"
        level={4}
        onRetry={product.retry}
      />
    );
  }
  if (!product.value || !version) {
    return product.value ? (
      <Typography>There is no version that can be launched.</Typography>
    ) : (
      <Loading label="Loading the product" rows={2} />
    );
  }
  if (fixedVersion && version.id !== fixedVersion) {
    return (
      <Typography color="error" role="alert">
        The version {fixedVersion} that this template asks for is not there any
        more. Tell the owners of the template.
      </Typography>
    );
  }
  const { versions, launchPaths, name } = product.value;
  const choose = (change: Partial<typeof asked>) => {
    onChange(undefined);
    setAsked(now => ({ ...now, ...change }));
  };
  return (
    <>
      <Typography>
        <strong>{name}</strong>. {placeWords}
      </Typography>
      {!fixedVersion && (
        <ChoiceField
          id={`${id}version`}
          label="Version"
          values={versions.map(one => one.id)}
          labels={versions.map(one => one.name)}
          chosen={version.id}
          onChoose={chosen => choose({ version: chosen })}
        />
      )}
      {launchPaths.length > 1 && (
        <ChoiceField
          id={`${id}path`}
          label="Launch path"
          required
          values={launchPaths.map(one => one.id)}
          labels={launchPaths.map(
            one => `${one.name ?? 'Unnamed'} (${one.id})`,
          )}
          chosen={path?.id}
          onChoose={chosen => choose({ path: chosen })}
        />
      )}
      <LaunchForm
        paths={launchPaths}
        path={path}
        account={account ? accountName(account) : place.account}
        form={state}
        onReload={product.retry}
      >
        {() =>
          form &&
          path && (
            <ProductValues
              form={form}
              choice={{
                account: place.account,
                product: place.product,
                version: version.id,
                path: path.id,
              }}
              value={value}
              tried={props.tried}
              onChange={onChange}
            />
          )
        }
      </LaunchForm>
    </>
  );
}
