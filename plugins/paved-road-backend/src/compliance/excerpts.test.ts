import { publicBucket } from '../__testUtils__/packFiles';
import { useCompliance } from './__testUtils__/startCompliance';

const start = useCompliance();

describe('excerpts', () => {
  const excerpt = (document: string, line: number) =>
    `/services/component/default/payments/excerpt?document=${encodeURIComponent(
      document,
    )}&line=${line}`;

  it('shows the lines of what was checked, and nothing of what was not', async () => {
    const { check, get, repository } = await start();
    await check('payments');
    expect((await get(excerpt('infra/bucket.yaml', 5))).body).toEqual({
      path: 'infra/bucket.yaml',
      startLine: 1,
      lines: [
        'Resources:',
        '  Logs:',
        '    Type: AWS::S3::Bucket',
        '    Properties:',
        '      AccessControl: PublicRead',
        '',
      ],
      changed: false,
      viewUrl:
        'https://github.com/meridian/payments/tree/main/infra/bucket.yaml',
    });
    expect((await get(excerpt('infra/bucket.yaml', 99))).status).toBe(404);
    expect((await get(excerpt('README.md', 1))).status).toBe(404);
    expect((await get(excerpt('../ledger/README.md', 1))).status).toBe(404);

    repository.write('payments/infra/bucket.yaml', `# secret\n${publicBucket}`);
    expect((await get(excerpt('infra/bucket.yaml', 5))).body).toMatchObject({
      lines: [],
      changed: true,
    });
    repository.remove('payments/infra/bucket.yaml');
    expect((await get(excerpt('infra/bucket.yaml', 5))).body).toMatchObject({
      lines: [],
      changed: true,
    });
  });
});
