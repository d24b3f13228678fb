import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link, LinkButton } from '@backstage/core-components';
import { entityPathOf } from '../../../shared/entityRefs';
import { Loading } from '../../../shared/Loading';
import { RequestFailure } from '../../../shared/RequestFailure';
import { Section } from '../../../shared/Section';
import { count } from '../../../shared/words';
import { useProductsLinkFor, useProvisionedOfLink } from '../links';
import { LostNote } from '../LostNote';
import { EntityResource } from './EntityResource';
import { NoResources } from './NoResources';
import { useEntityResources } from './useEntityResources';
import { useNewerVersions } from './useNewerVersions';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'PavedRoadEntityResources' },
);

/** All that is provisioned for an entity, failures first. */
export function EntityResources(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const productsLinkFor = useProductsLinkFor();
  const provisionedOfLink = useProvisionedOfLink();
  const noun = entityPathOf(entityRef).kind === 'system' ? 'system' : 'service';
  const { value, error, lost, reload } = useEntityResources(entityRef);
  const newer = useNewerVersions(value?.items ?? []);

  const body = () => {
    if (error) {
      return (
        <RequestFailure
          error={error}
          what="what is provisioned for it"
          ask="its owners"
          onRetry={reload}
        />
      );
    }
    if (!value) {
      return <Loading label="Loading the resources" rows={3} rowHeight={96} />;
    }
    const { items, totalItems } = value;
    if (items.length === 0) {
      return <NoResources entityRef={entityRef} />;
    }
    return (
      <>
        <LostNote lost={lost} />
        <ul className={classes.list} aria-label="Resources">
          {items.map(product => (
            <EntityResource
              key={product.id}
              product={product}
              newer={newer.get(product.id)}
            />
          ))}
        </ul>
        {totalItems > items.length && (
          <Typography paragraph>
            <Link to={provisionedOfLink(entityRef)}>
              All {count(totalItems, 'provisioned product')}
            </Link>
          </Typography>
        )}
      </>
    );
  };

  return (
    <Section
      level={2}
      title={
        value && value.totalItems > 0
          ? count(value.totalItems, 'provisioned product')
          : 'Resources'
      }
      actions={
        <LinkButton
          to={productsLinkFor(entityRef)}
          variant="outlined"
          color="primary"
        >
          Launch a product for this {noun}
        </LinkButton>
      }
    >
      {body()}
      {value && (
        <Link to={provisionedOfLink(entityRef, { ended: true })}>
          With those that have ended
        </Link>
      )}
    </Section>
  );
}
