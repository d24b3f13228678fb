import { useSearchParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PageBody } from '../../shared/PageBody';
import { isOnPavedRoad } from './isOnPavedRoad';
import { NotOnPavedRoad } from './NotOnPavedRoad';
import { PastCheck } from './PastCheck';
import { ServiceCompliance } from './ServiceCompliance';

/**
 * The entity tab "Compliance": what must be fixed on a service, and where. With
 * `?check=<id>` it shows that check as it was.
 */
export function EntityComplianceContent() {
  const { entity } = useEntity();
  const [params] = useSearchParams();
  const checkId = params.get('check');
  const entityRef = stringifyEntityRef(entity);
  const body = () => {
    if (!isOnPavedRoad(entity)) {
      return <NotOnPavedRoad entity={entity} />;
    }
    return checkId ? (
      <PastCheck key={checkId} entityRef={entityRef} checkId={checkId} />
    ) : (
      <ServiceCompliance key={entityRef} entityRef={entityRef} />
    );
  };
  return <PageBody>{body()}</PageBody>;
}
