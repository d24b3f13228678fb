import NewReleasesOutlinedIcon from '@material-ui/icons/NewReleasesOutlined';
import { Link } from '@backstage/core-components';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../../shared/Mark';
import { useUpdateLink } from '../links';

/** That there is a newer version, and the way to it where it can be taken here. */
export function NewerVersionMark(props: {
  product: ProvisionedProductSummary;
  newer: { id: string; name: string } | undefined;
}) {
  const { product, newer } = props;
  const updateLink = useUpdateLink();
  if (!newer) {
    return null;
  }
  const words = `${newer.name} is available`;
  return (
    <Mark icon={NewReleasesOutlinedIcon} tone="info">
      {product.origin === 'portal' ? (
        <Link to={updateLink(product.id, newer.id)}>{words}</Link>
      ) : (
        words
      )}
    </Mark>
  );
}
