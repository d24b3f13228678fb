import {
  ChangeAnswer,
  ChangePlan,
  Preflight,
} from '@paved-road/backstage-plugin-paved-road-common';
import { productChange } from '../../../__testUtils__/provisioned';

/** What the rules say: nothing is the matter, unless told otherwise. */
export function preflight(some: Partial<Preflight> = {}): Preflight {
  return {
    verdict: 'pass',
    environment: 'production',
    stops: false,
    blocking: 0,
    advising: 0,
    unknown: 0,
    passed: 2,
    results: [],
    unresolved: [],
    ...some,
  };
}

/** One rule stops it, another one advises. */
export function stopped(): Preflight {
  const result = (
    name: string,
    title: string,
    enforcement: 'block' | 'advise',
  ): Preflight['results'][number] => ({
    rule: `meridian/${name}`,
    title,
    severity: 'high',
    enforcement,
    verdict: 'fail',
    findings: [
      {
        resource: 'Bucket',
        propertyPath: '/Resources/Bucket/Properties',
        message: 'It has no encryption.',
        remediation: 'Set BucketEncryption.',
      },
    ],
  });
  return preflight({
    verdict: 'fail',
    stops: true,
    blocking: 1,
    advising: 1,
    results: [
      result('BUCKET_KEEPS_VERSIONS', 'Buckets keep versions', 'advise'),
      result('BUCKET_IS_ENCRYPTED', 'Buckets are encrypted', 'block'),
    ],
    unresolved: [
      {
        resource: 'Bucket',
        propertyPath: '/Resources/Bucket/Properties/BucketName',
        reason: 'comes from a parameter store',
      },
    ],
  });
}

/** A resource that is made, one that may be made anew, and one that is. */
export function plan(): ChangePlan {
  return {
    resourceChanges: [
      {
        action: 'ADD',
        logicalId: 'Bucket',
        resourceType: 'AWS::S3::Bucket',
        scope: [],
      },
      {
        action: 'MODIFY',
        logicalId: 'Queue',
        replacement: 'CONDITIONAL',
        scope: [],
      },
      {
        action: 'MODIFY',
        logicalId: 'Table',
        resourceType: 'AWS::DynamoDB::Table',
        replacement: 'TRUE',
        scope: ['Properties'],
      },
    ],
  };
}

/** A change that AWS is at. */
export function changeAnswer(): ChangeAnswer {
  return {
    provisionedProductId: 'pp-1',
    change: productChange({ state: 'running', finishedAt: undefined }),
  };
}
