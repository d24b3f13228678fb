import { FleetNumbers } from './FleetNumbers';
import { MyServices } from './MyServices';
import { RuleCare } from './RuleCare';

/** What the reader has to do, then how the fleet and the rules are. */
export function OverviewPage() {
  return (
    <>
      <MyServices />
      <FleetNumbers />
      <RuleCare />
    </>
  );
}
