import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DOCUMENTS,
  BundleSummary,
  CheckDetail,
  RuleDetail,
  RuleSummary,
  ServiceCompliance,
  ServiceFinding,
  ServiceRuleResult,
  ServiceStatus,
  VerdictCounts,
} from '@paved-road/backstage-plugin-paved-road-common';

const HOUR_MS = 3_600_000;

/** An ISO time so many hours before now. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

export const paymentsApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    namespace: 'default',
    annotations: { [ANNOTATION_DOCUMENTS]: 'infra/*.yaml' },
  },
  spec: { type: 'service', owner: 'group:default/payments' },
};

export const PAYMENTS_API = 'component:default/payments-api';

export function counts(some: Partial<VerdictCounts> = {}): VerdictCounts {
  return {
    pass: 0,
    fail: 0,
    skip: 0,
    exempt: 0,
    unknown: 0,
    blocking: 0,
    advising: 0,
    ...some,
  };
}

export function status(some: Partial<ServiceStatus> = {}): ServiceStatus {
  return {
    entityRef: PAYMENTS_API,
    title: 'Payments API',
    owner: 'group:default/payments',
    verdict: 'pass',
    stale: false,
    bundleCurrent: true,
    counts: counts({ pass: 3 }),
    checkId: 'check-1',
    checkedAt: hoursAgo(3),
    ...some,
  };
}

export function finding(some: Partial<ServiceFinding> = {}): ServiceFinding {
  return {
    document: 'infra/data.yaml',
    resource: 'Receipts',
    propertyPath: '/Resources/Receipts/Properties',
    line: 12,
    column: 5,
    message: 'The bucket has no encryption.',
    ...some,
  };
}

export function result(
  some: Partial<ServiceRuleResult> = {},
): ServiceRuleResult {
  return {
    rule: 'meridian/BUCKET_IS_ENCRYPTED',
    title: 'Buckets are encrypted',
    severity: 'high',
    owner: 'group:default/security',
    verdict: 'fail',
    enforcement: 'block',
    findings: some.verdict && some.verdict !== 'fail' ? [] : [finding()],
    ...some,
  };
}

export function compliance(
  some: Partial<Omit<ServiceCompliance, 'status'>> & {
    status?: Partial<ServiceStatus>;
  } = {},
): ServiceCompliance {
  return {
    documents: [
      {
        path: 'infra/data.yaml',
        format: 'cloudformation-yaml',
        digest: `sha256:${'1'.repeat(64)}`,
        viewUrl: 'https://git.example.com/payments/blob/main/infra/data.yaml',
      },
    ],
    results: [],
    ...some,
    status: status(some.status),
  };
}

export function check(some: Partial<CheckDetail> = {}): CheckDetail {
  return {
    id: 'check-1',
    entityRef: PAYMENTS_API,
    state: 'finished',
    trigger: 'request',
    requestedBy: 'user:default/mia.kowalski',
    requestedAt: hoursAgo(4),
    finishedAt: hoursAgo(3),
    bundleDigest: `sha256:${'b'.repeat(64)}`,
    engineVersion: '3.1.1',
    verdict: 'pass',
    counts: counts({ pass: 3 }),
    documents: [],
    results: [],
    ...some,
  };
}

export function ruleSummary(some: Partial<RuleSummary> = {}): RuleSummary {
  const name = some.name ?? 'BUCKET_IS_ENCRYPTED';
  const pack = some.pack ?? 'meridian';
  return {
    id: `${pack}/${name}`,
    pack,
    name,
    title: 'Buckets are encrypted',
    severity: 'high',
    resourceTypes: ['AWS::S3::Bucket'],
    frameworks: ['NIST 800-53 Rev 5'],
    enforcement: { development: 'advise', production: 'block' },
    hasRationale: true,
    ...some,
  };
}

export function rule(some: Partial<RuleDetail> = {}): RuleDetail {
  return {
    ...ruleSummary(some),
    digest: `sha256:${'c'.repeat(64)}`,
    description: 'Every bucket names a key.',
    rationale: 'A stolen disk must not tell who banks with us.',
    remediation: 'Set `BucketEncryption`.',
    controls: [{ framework: 'NIST 800-53 Rev 5', clauses: ['SC-28', 'SC-13'] }],
    objectives: ['Encrypt data at rest'],
    facts: [{ name: 'Services', values: ['Amazon S3', 'AWS KMS'] }],
    references: [{ title: 'Key guide', url: 'https://wiki.example.com/keys' }],
    owner: 'group:default/security',
    decidedOn: '2026-02-03',
    decidedBy: 'user:default/noor.haddad',
    reviewBy: '2999-01-01',
    source: {
      path: 'storage/bucket_is_encrypted.guard',
      line: 3,
      viewUrl: 'https://git.example.com/policies/blob/main/storage/b.guard',
      editUrl: 'https://git.example.com/policies/edit/main/storage/b.guard',
    },
    rationaleSource: {
      path: 'storage/bucket_is_encrypted.md',
      editUrl: 'https://git.example.com/policies/edit/main/storage/b.md',
    },
    proposeChanges: 'Open a pull request in meridian/policies.',
    ...some,
  };
}

export const bundle: BundleSummary = {
  digest: `sha256:${'b'.repeat(64)}`,
  engine: { name: 'cfn-guard', version: '3.1.1' },
  packs: [
    {
      id: 'meridian',
      title: 'Meridian Bank',
      ruleCount: 2,
      brokenCount: 0,
      withoutRationaleCount: 0,
    },
  ],
  environments: ['development', 'production'],
  defaultEnvironment: 'production',
  problems: [],
};
