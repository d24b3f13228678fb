import { makeStyles, Theme } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  LaunchPath,
  ProductDetail,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { productLaunchRouteRef } from '../../routes';
import { pathWithParams, useUrlParams } from '../../shared/useUrlParams';

const useStyles = makeStyles(
  (theme: Theme) => ({ place: { marginBottom: theme.spacing(4) } }),
  { name: 'PavedRoadLaunchLink' },
);

/** Leads to the launch of what is looked at. */
export function LaunchLink(props: {
  product: ProductDetail;
  version: ProductVersion;
  /** Absent where it is still to be chosen. */
  path: LaunchPath | undefined;
}) {
  const { product, version, path } = props;
  const classes = useStyles();
  const launchLink = useRouteRef(productLaunchRouteRef);
  const entity = useUrlParams().params.get('entity') ?? undefined;
  return (
    <div className={classes.place}>
      <LinkButton
        variant="contained"
        color="primary"
        to={pathWithParams(
          launchLink({ account: product.account, product: product.id }),
          {
            entity,
            version: version.id,
            path: product.launchPaths.length > 1 ? path?.id : undefined,
          },
        )}
      >
        Launch {version.name}
      </LinkButton>
    </div>
  );
}
