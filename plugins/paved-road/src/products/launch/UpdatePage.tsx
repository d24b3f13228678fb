import { useParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import BlockIcon from '@material-ui/icons/Block';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { provisionedProductRouteRef } from '../../routes';
import { BackLink } from '../../shared/BackLink';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { obstacleTo } from '../provisioned/detail/obstacles';
import { ProvisionedFailure } from '../provisioned/ProvisionedFailure';
import { UpdateOf } from './UpdateOf';

/** The update of a provisioned product, to other values or another version. */
export function UpdatePage() {
  const { id = '' } = useParams();
  const api = useApi(pavedRoadApiRef);
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const provisioned = useAsyncRetry(
    () => api.getProvisionedProduct(id),
    [api, id],
  );

  const body = () => {
    const { value, error, loading } = provisioned;
    if (error) {
      return <ProvisionedFailure error={error} onRetry={provisioned.retry} />;
    }
    if (!value || loading) {
      return (
        <Loading
          label="Loading the provisioned product"
          rows={5}
          rowHeight={96}
        />
      );
    }
    const obstacle = obstacleTo('update', value);
    return obstacle ? (
      <Notice
        icon={BlockIcon}
        tone="quiet"
        title="It cannot be updated now"
        level={2}
        actions={
          value.openChange && (
            <Button variant="outlined" onClick={provisioned.retry}>
              Try again
            </Button>
          )
        }
      >
        <Typography>{obstacle}</Typography>
      </Notice>
    ) : (
      <UpdateOf key={value.id} provisioned={value} />
    );
  };

  return (
    <>
      <BackLink to={provisionedLink({ id })}>
        {provisioned.value?.name ?? 'The provisioned product'}
      </BackLink>
      {body()}
    </>
  );
}
