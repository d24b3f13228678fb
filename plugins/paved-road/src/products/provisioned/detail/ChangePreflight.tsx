import { PreflightSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { failureCounts } from '../../../compliance';
import { VerdictChip } from '../../../shared/verdict';

/** What the rules said before a change was sent, in the few words of a cell. */
export function ChangePreflight(props: {
  preflight: PreflightSummary | undefined;
}) {
  const { preflight } = props;
  if (!preflight) {
    return <>Not asked</>;
  }
  const unknown =
    preflight.unknown > 0 ? `${preflight.unknown} not known` : undefined;
  const counts = [failureCounts(preflight), unknown].filter(Boolean).join(', ');
  return (
    <>
      <VerdictChip kind={preflight.verdict} />
      {counts && <div>{counts}</div>}
    </>
  );
}
