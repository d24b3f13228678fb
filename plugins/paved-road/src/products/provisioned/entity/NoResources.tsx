import Typography from '@material-ui/core/Typography';
import CategoryIcon from '@material-ui/icons/Category';
import { Link } from '@backstage/core-components';
import { Notice } from '../../../shared/Notice';
import { useProductsLinkFor } from '../links';

/** Says of an entity without resources how it gets some. */
export function NoResources(props: { entityRef: string }) {
  const productsLinkFor = useProductsLinkFor();
  return (
    <Notice
      icon={CategoryIcon}
      tone="info"
      title="Nothing is provisioned yet"
      actions={
        <Link to={productsLinkFor(props.entityRef)}>See the products</Link>
      }
    >
      <Typography>
        A product is a piece of infrastructure that its makers look after, such
        as a bucket or a database: choose one, fill in its form, and it is
        launched in your account. What is launched for it shows up here.
      </Typography>
    </Notice>
  );
}
