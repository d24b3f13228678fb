import MuiLink from '@material-ui/core/Link';
import { ProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { httpUrl } from '../shared/httpUrl';
import { OutsideLink } from '../shared/OutsideLink';

type SupportContacts = ProductSummary['support'];

/** True where nobody is named who could be asked. */
export function hasNoSupport(support: SupportContacts): boolean {
  const { email, url, description } = support;
  return !email && !url && !description;
}

/** Whom to ask about a product. */
export function Support(props: { support: SupportContacts }) {
  const { email, url, description } = props.support;
  if (hasNoSupport(props.support)) {
    return <>No contact recorded</>;
  }
  return (
    <>
      {description && <div>{description}</div>}
      {email && (
        <div>
          <EmailLink address={email} />
        </div>
      )}
      {url && (
        <div>
          <OutsideLink url={url}>
            {httpUrl(url)?.replace(/^https?:\/\/|\/$/g, '') ?? url}
          </OutsideLink>
        </div>
      )}
    </>
  );
}

/** An address as a link, where it is one and nothing else: no subject, no copies. */
function EmailLink(props: { address: string }) {
  const { address } = props;
  return /^[\w.+-]+@[\w-]+(\.[\w-]+)*$/.test(address) ? (
    <MuiLink href={`mailto:${address}`}>{address}</MuiLink>
  ) : (
    <>{address}</>
  );
}
