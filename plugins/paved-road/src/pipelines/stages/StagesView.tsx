import {
  ServiceCompliance,
  ServiceStages,
} from '@paved-road/backstage-plugin-paved-road-common';
import { NotPassed } from '../NotPassed';
import { AgreementNotice } from './AgreementNotice';
import { EnvironmentChoice } from './EnvironmentChoice';
import { RuleStagesTable } from './RuleStagesTable';
import { StageSummaries } from './StageSummaries';
import { UnexplainedNotice } from './UnexplainedNotice';

/** A service's stages in one environment: first what matters, then each, then each rule. */
export function StagesView(props: {
  stages: ServiceStages;
  entityRef: string;
  source?: ServiceCompliance;
}) {
  const { entityRef, source, stages } = props;
  const { environment, environments } = stages;
  return (
    <>
      {environments.length > 1 && (
        <EnvironmentChoice environments={environments} chosen={environment} />
      )}
      <UnexplainedNotice stages={stages} />
      <AgreementNotice stages={stages} />
      <StageSummaries stages={stages} />
      <RuleStagesTable stages={stages} />
      {stages.stages.map(
        ({ id, runId, stage, verdict }) =>
          stage !== 'source' &&
          verdict !== undefined &&
          verdict !== 'pass' &&
          id !== undefined &&
          runId !== undefined && (
            <NotPassed
              key={id}
              {...{ entityRef, environment, id, runId, source, stage, verdict }}
            />
          ),
      )}
    </>
  );
}
