/** A pack of two rules, one with a reason and one without, as files below `dir`. */
export function packFiles(dir: string): Record<string, string> {
  return {
    [`${dir}/pack.yaml`]: `id: acme
title: The rules of Acme
owner: group:default/security
proposeChanges: Ask in the security guild.
`,
    [`${dir}/storage/bucket_is_private.guard`]: `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]

rule bucket_is_private when %buckets !empty {
  %buckets.Properties.AccessControl == 'Private'
    <<The bucket can be read by others>>
}
`,
    [`${dir}/storage/bucket_is_private.md`]: `---
title: Buckets are private
severity: critical
owner: group:default/security
resourceTypes: [AWS::S3::Bucket]
enforcement: { staging: advise }
controls:
  - { framework: NIST 800-53 Rev 5, clauses: [AC-3] }
remediation: Set AccessControl to Private.
reviewBy: 2027-06-01
---

A bucket that others can read is how data leaves.
`,
    [`${dir}/storage/tests/bucket_is_private_tests.yml`]: `- name: a private bucket
  input:
    Resources:
      Logs: { Type: AWS::S3::Bucket, Properties: { AccessControl: Private } }
  expectations:
    rules: { bucket_is_private: PASS }
`,
    [`${dir}/queue_is_encrypted.guard`]: `rule queue_is_encrypted when Resources.*[ Type == 'AWS::SQS::Queue' ] !empty {
  Resources.*[ Type == 'AWS::SQS::Queue' ].Properties.KmsMasterKeyId exists
}
`,
  };
}

/** A rule file that the engine can't parse. */
export const brokenRule = 'rule is_broken { Resources.* == }\n';

/** A template whose bucket `bucket_is_private` fails. */
export const publicBucket = `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
`;
