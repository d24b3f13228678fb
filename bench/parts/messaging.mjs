import { ref, arn } from './pieces.mjs';

export function messaging(p, flip) {
  const queue = extra => ({
    Type: 'AWS::SQS::Queue',
    Properties: {
      MessageRetentionPeriod: 1209600,
      ...(flip() ? {} : { KmsMasterKeyId: arn('Key') }),
      ...extra,
    },
  });
  return {
    [`${p}DeadLetters`]: queue({}),
    [`${p}Work`]: queue({
      RedrivePolicy: {
        deadLetterTargetArn: arn(`${p}DeadLetters`),
        maxReceiveCount: 5,
      },
    }),
    [`${p}Topic`]: {
      Type: 'AWS::SNS::Topic',
      Properties: flip() ? {} : { KmsMasterKeyId: arn('Key') },
    },
    [`${p}Subscription`]: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        TopicArn: ref(`${p}Topic`),
        Protocol: 'sqs',
        Endpoint: arn(`${p}Work`),
      },
    },
    [`${p}Rule`]: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(5 minutes)',
        Targets: [{ Id: 'queue', Arn: arn(`${p}Work`) }],
      },
    },
  };
}
