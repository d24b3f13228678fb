import { loadControlTowerPack } from './loadControlTowerPack';

describe('loadControlTowerPack', () => {
  it('holds every rule, with what AWS says of it', async () => {
    const pack = await loadControlTowerPack();
    expect(pack.problems).toEqual([]);
    expect(pack.rules).toHaveLength(237);
    const distinct = (values: unknown[]) => new Set(values).size;
    expect(distinct(pack.rules.map(({ id }) => id))).toBe(237);
    expect(distinct(pack.rules.map(({ alias }) => alias))).toBe(237);
    for (const rule of pack.rules) {
      expect(rule.alias).toMatch(/^CT\.[A-Z0-9-]+\.PR\.\d+$/);
      expect(rule.severity).toBeDefined();
      expect(rule.title).not.toBe(rule.name);
      expect(rule.description).toMatch(/\w+ \w+/);
      expect(rule.remediation).not.toBe('');
      expect(rule.resourceTypes[0]).toMatch(/^AWS::/);
      expect(rule.objectives.length).toBeGreaterThan(0);
      expect(rule.references.length).toBeGreaterThan(0);
      expect(rule.source.line).toBeGreaterThan(0);
      expect(rule.files).toHaveLength(1);
    }
    // AWS maps all but three to a framework.
    expect(
      pack.rules.filter(({ frameworks }) => frameworks.length === 0),
    ).toHaveLength(3);
  });

  it('keeps what has no field of its own', async () => {
    const { rules } = await loadControlTowerPack();
    const rule = rules.find(({ alias }) => alias === 'CT.REDSHIFT.PR.7');
    expect(rule).toMatchObject({
      id: 'control-tower/redshift_default_db_name_check',
      severity: 'medium',
      controls: [
        { framework: 'NIST 800-53 Rev 5', clauses: ['CA-9(1)', 'CM-2'] },
        { framework: 'PCI DSS version 3.2.1', clauses: ['2.1'] },
      ],
      decidedOn: '2022-11-28',
      decidedBy: 'AWS Control Tower',
      facts: expect.arrayContaining([
        { name: 'AWS Config rule', values: ['REDSHIFT_DEFAULT_DB_NAME'] },
        {
          name: 'Related controls',
          values: [
            'SH.Redshift.9 of AWS Security Hub: Can be used with (Inclusive)',
          ],
        },
      ]),
    });
  });

  it('claims no reason that AWS has not given', async () => {
    const { rules } = await loadControlTowerPack();
    expect(rules.filter(rule => rule.hasRationale || rule.rationale)).toEqual(
      [],
    );
  });
});
