import NewReleasesIcon from '@material-ui/icons/NewReleasesOutlined';
import Typography from '@material-ui/core/Typography';
import { LinkButton } from '@backstage/core-components';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../../shared/Notice';
import { useUpdateLink } from '../links';
import { isOver } from '../statusWords';
import { obstacleTo } from './obstacles';

/** Says that there is a version to update to. */
export function NewerVersion(props: { product: ProvisionedProductDetail }) {
  const { id, newerVersion, version, status } = props.product;
  const updateLink = useUpdateLink();
  if (!newerVersion || isOver(status)) {
    return null;
  }
  return (
    <Notice
      icon={NewReleasesIcon}
      tone="info"
      title={`Version ${newerVersion.name} is there`}
      actions={
        !obstacleTo('update', props.product) && (
          <LinkButton
            to={updateLink(id, newerVersion.id)}
            variant="outlined"
            color="primary"
          >
            Update to {newerVersion.name}
          </LinkButton>
        )
      }
    >
      <Typography>
        {version?.name
          ? `It runs with ${version.name}.`
          : 'Which version it runs with is not known.'}
      </Typography>
    </Notice>
  );
}
