import { ref, arn, bucket } from './pieces.mjs';

export function storage(p, flip) {
  return {
    [`${p}Data`]: bucket(flip),
    [`${p}Archive`]: bucket(flip),
    [`${p}AccessLogs`]: bucket(flip),
    [`${p}DataPolicy`]: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref(`${p}Data`),
        PolicyDocument: {
          Statement: [
            {
              Effect: flip() ? 'Allow' : 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [arn(`${p}Data`)],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  };
}
