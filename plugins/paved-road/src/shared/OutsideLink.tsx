import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { httpUrl } from './httpUrl';

/**
 * A link to a place outside the portal that data names. Where that is no http
 * or https URL, the content is shown without a link.
 */
export function OutsideLink(props: { url?: string; children: ReactNode }) {
  const url = httpUrl(props.url);
  return url ? <Link to={url}>{props.children}</Link> : <>{props.children}</>;
}
