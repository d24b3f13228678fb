import { ProductChange } from '@paved-road/backstage-plugin-paved-road-common';
import { OwnerLink } from '../../../shared/OwnerLink';

/** Who or what asked for a change. */
export function ChangeAsker(props: Pick<ProductChange, 'requestedBy'>) {
  const { type, name } = props.requestedBy;
  return type === 'user' ? <OwnerLink entityRef={name} /> : <>{name}</>;
}
