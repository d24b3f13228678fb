/** A pack of three rules: one blocks in production, one advises, one never applies. */
export function pack(id: string) {
  return {
    'pack.yaml': `id: ${id}\ntitle: The rules of ${id}\n`,
    'bucket_is_private.guard': `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]

rule bucket_is_private when %buckets !empty {
  %buckets.Properties.AccessControl == 'Private'
    <<The bucket can be read by others>>
}
`,
    'bucket_is_private.md': `---
title: Buckets are private
severity: critical
remediation: Set AccessControl to Private.
---

A bucket that others can read is how data leaves.
`,
    'bucket_is_named.guard': `rule bucket_is_named when Resources.*[ Type == 'AWS::S3::Bucket' ] !empty {
  Resources.*[ Type == 'AWS::S3::Bucket' ].Properties.BucketName exists
    <<
      Violation: The bucket has no name
      Fix: Give it a name
    >>
}
`,
    'bucket_is_named.md': `---
title: Buckets have names
severity: low
enforcement: { production: advise }
---

Nobody knows what a bucket without a name is for.
`,
    'queue_is_encrypted.guard': `rule queue_is_encrypted when Resources.*[ Type == 'AWS::SQS::Queue' ] !empty {
  Resources.*[ Type == 'AWS::SQS::Queue' ].Properties.KmsMasterKeyId exists
}
`,
  };
}

/** A template of one bucket. */
export function bucket(accessControl: string, name?: string): string {
  return `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: ${accessControl}
${name ? `      BucketName: ${name}\n` : ''}`;
}

/** Fails the rule that blocks. */
export const open = bucket('PublicRead', 'logs-1');

/** Passes every rule that applies. */
export const closed = bucket('Private', 'logs-1');
