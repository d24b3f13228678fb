import { readText } from './__testUtils__/templates';
import { policySchema } from './iam/policy';

const files = [
  ['scp/production.json', 5_120, 'scp/README.md'],
  ['scp/door.json', 5_120, 'scp/README.md'],
  ['iam/developer-production.json', 6_144, 'iam/README.md'],
] as const;

describe.each(files)('%s', (path, size, readme) => {
  const raw: { Statement: Record<string, unknown>[] } = JSON.parse(
    readText(path),
  );
  const policy = policySchema.parse(raw);

  it(`fits into the ${size} characters that AWS takes`, () => {
    expect(JSON.stringify(raw).length).toBeLessThanOrEqual(size);
  });

  it('says of each statement why it is there', () => {
    const told = readText(readme);
    for (const { Sid } of policy.Statement) {
      expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
      expect(told).toMatch(new RegExp(`\\| \`${Sid}\` +\\| \\S`));
    }
    expect(new Set(policy.Statement.map(({ Sid }) => Sid)).size).toBe(
      policy.Statement.length,
    );
  });

  it('has no element that its kind can’t have', () => {
    const wrong = raw.Statement.filter(
      statement =>
        'Principal' in statement ||
        'NotPrincipal' in statement ||
        ('NotAction' in statement && statement.Effect !== 'Deny'),
    );
    expect(wrong).toEqual([]);
  });
});
