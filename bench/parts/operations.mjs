import { ref, sub } from './pieces.mjs';

export function operations(p, flip) {
  const alarm = (metric, threshold) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: `The service’s ${metric} is not as it should be`,
      Namespace: 'Services',
      MetricName: metric,
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 5,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      ActionsEnabled: !flip(),
      AlarmActions: [ref(`${p}Alarms`)],
    },
  });
  return {
    [`${p}Alarms`]: { Type: 'AWS::SNS::Topic' },
    [`${p}Latency`]: alarm('Latency', 500),
    [`${p}Errors`]: alarm('Errors', 10),
    [`${p}Address`]: {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: sub('/services/${AWS::StackName}/address'),
        Type: 'String',
        Value: 'https://api.example.com',
      },
    },
  };
}
