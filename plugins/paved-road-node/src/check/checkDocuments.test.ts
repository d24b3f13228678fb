import { checkReportSchema } from '@paved-road/backstage-plugin-paved-road-common';
import { GuardEngine } from '../engine/GuardEngine';
import { createBundle } from '../packs/createBundle';
import { loadControlTowerPack } from '../packs/loadControlTowerPack';
import { checkDocuments } from './checkDocuments';

const bucket = Buffer.from(`Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
      BucketName: !Sub 'logs-\${AWS::AccountId}'
`);

jest.setTimeout(60_000);

describe('checkDocuments', () => {
  it('says of every rule what it found', async () => {
    const bundle = createBundle({ packs: [await loadControlTowerPack()] });
    const report = await checkDocuments({
      engine: new GuardEngine(),
      bundle,
      documents: [{ path: 'bucket.yaml', content: bucket }],
      environment: 'production',
    });
    expect(checkReportSchema.parse(report)).toEqual(report);
    expect(report.verdict).toBe('fail');
    expect(report.documents[0].results).toHaveLength(237);
    expect(report.documents[0].results).toContainEqual({
      rule: 'control-tower/s3_bucket_acl_prohibited_check',
      verdict: 'fail',
      enforcement: 'block',
      findings: [
        expect.objectContaining({
          resource: 'Logs',
          propertyPath: '/Resources/Logs/Properties/AccessControl',
          line: 5,
          column: 22,
        }),
      ],
    });
  });
});
