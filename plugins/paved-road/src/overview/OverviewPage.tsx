import { FleetNumbers } from './FleetNumbers';
import { MyServices } from './MyServices';
import { RuleCare } from './RuleCare';
import { PageBody } from '../shared/PageBody';

/** What the reader has to do, then how the fleet and the rules are. */
export function OverviewPage() {
  return (
    <PageBody>
      <MyServices />
      <FleetNumbers />
      <RuleCare />
    </PageBody>
  );
}
