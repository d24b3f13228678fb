import { Aws, Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancer,
  ApplicationTargetGroup,
  HttpCodeElb,
  HttpCodeTarget,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FilterPattern, ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { fromAccount } from './account.js';
import type { Settings } from './types.js';

interface Watched {
  balancer: ApplicationLoadBalancer;
  targets: ApplicationTargetGroup;
  service: FargateService;
  logGroup: ILogGroup;
}

/** Tells the topic of the account's alarms. docs/index.md says what each means. */
export function addAlarms(
  scope: Construct,
  { balancer, targets, service, logGroup }: Watched,
  { name, dataClass }: Settings,
): void {
  const sum = { statistic: 'Sum', period: Duration.minutes(5) };
  const alarm = (
    id: string,
    alarmDescription: string,
    metric: IMetric,
    threshold: number,
    evaluationPeriods = 1,
  ) =>
    new Alarm(scope, id, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction({
      bind: () => ({
        alarmActionArn: fromAccount('/platform/alarms/topic-arn'),
      }),
    });

  alarm(
    'ServerErrorsAlarm',
    `${name} could not answer more than five calls within five minutes`,
    targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, sum),
    5,
  );
  alarm(
    'UnreachedAlarm',
    `More than five calls within five minutes did not get through to ${name}`,
    balancer.metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, sum),
    5,
  );
  alarm(
    'SlowAlarm',
    `One call in a hundred to ${name} has taken longer than a second for a quarter of an hour`,
    targets.metrics.targetResponseTime({
      statistic: 'p99',
      period: Duration.minutes(5),
    }),
    1,
    3,
  );
  alarm(
    'UnhealthyAlarm',
    `A container of ${name} has not been well for three minutes`,
    targets.metrics.unhealthyHostCount({
      statistic: 'Maximum',
      period: Duration.minutes(1),
    }),
    0,
    3,
  );
  alarm(
    'BusyAlarm',
    `${name} has had no processor to spare for a quarter of an hour`,
    service.metricCpuUtilization({ period: Duration.minutes(5) }),
    85,
    3,
  );
  if (dataClass === 'confidential') {
    const refused = new MetricFilter(scope, 'RefusedCalls', {
      logGroup,
      filterPattern: FilterPattern.literal('{ $.status = 401 }'),
      metricNamespace: Aws.STACK_NAME,
      metricName: 'RefusedCalls',
      metricValue: '1',
      defaultValue: 0,
    });
    alarm(
      'RefusedCallsAlarm',
      `Somebody keeps asking ${name} for confidential data without being allowed to`,
      refused.metric(sum),
      20,
    );
  }
}
