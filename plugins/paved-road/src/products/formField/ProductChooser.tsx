import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { Loading } from '../../shared/Loading';
import { RequestFailure } from '../../shared/RequestFailure';
import { accountName } from '../accountName';

/** A product in an account. */
export interface ProductPlace {
  account: string;
  product: string;
}

/** The product, and the account that it is launched in. */
export function ProductChooser(props: {
  /** Where they are fixed, only what fits is offered. */
  account?: string;
  product?: string;
  chosen: ProductPlace | undefined;
  onChoose: (place: ProductPlace | undefined) => void;
}) {
  const { account, product, chosen } = props;
  const api = useApi(pavedRoadApiRef);
  const id = useId();
  const list = useAsyncRetry(
    () => api.listProducts(account ? { account: [account] } : {}),
    [api, account],
  );
  if (list.error) {
    return (
      <RequestFailure
        error={list.error}
        what="the products"
        level={4}
        onRetry={list.retry}
      />
    );
  }
  if (!list.value) {
    return <Loading label="Loading the products" rows={1} />;
  }
  const accounts = new Map(
    list.value.accounts.map(one => [one.id, accountName(one)]),
  );
  const options = list.value.items
    .filter(item => !product || item.id === product)
    .map(item => ({
      account: item.account,
      product: item.id,
      label: `${item.name} in ${accounts.get(item.account) ?? item.account}`,
    }));
  return (
    <Autocomplete
      id={id}
      size="small"
      options={options}
      // The component's own word for nothing, without which it would choose for itself.
      value={
        options.find(
          one =>
            one.account === chosen?.account && one.product === chosen?.product,
        ) ?? null
      }
      getOptionLabel={({ label }) => label}
      noOptionsText="No product matches"
      onChange={(_, option) =>
        props.onChoose(
          option
            ? { account: option.account, product: option.product }
            : undefined,
        )
      }
      renderInput={params => (
        <TextField
          {...params}
          required
          variant="outlined"
          label="Product"
          helperText="What is launched, and in which account"
        />
      )}
    />
  );
}
