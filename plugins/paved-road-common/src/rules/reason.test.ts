import { ruleReason } from './reason';

describe('ruleReason', () => {
  it('takes the first sentence of the rationale, without its marks', () => {
    expect(
      ruleReason({
        rationale:
          '# Why\n\nA **public** bucket is read by [anyone](https://x.example) within hours. It has happened.\n\nMore.',
        description: 'Buckets must be private.',
      }),
    ).toBe('A public bucket is read by anyone within hours.');
  });

  it('falls back to the description where no rationale is recorded', () => {
    expect(ruleReason({ description: 'Checks whether logs are kept' })).toBe(
      'Checks whether logs are kept',
    );
    expect(
      ruleReason({ rationale: '# Only a heading', description: 'A.' }),
    ).toBe('A.');
  });

  it('says nothing where nothing is recorded', () => {
    expect(ruleReason({})).toBeUndefined();
    expect(ruleReason({ rationale: '  \n\n ' })).toBeUndefined();
  });

  it('keeps names with underscores and points inside words', () => {
    expect(
      ruleReason({
        rationale:
          'Set `aws_db_instance.publicly_accessible` (e.g. in infra/*.tf) _off_. Then apply.',
      }),
    ).toBe('Set aws_db_instance.publicly_accessible (e.g. in infra/*.tf) off.');
  });

  it('takes code as it is written', () => {
    expect(
      ruleReason({
        rationale:
          'One statement with the principal `*`, or **`_any_`** ([`s3:*`](https://x.example)), is enough.',
      }),
    ).toBe('One statement with the principal *, or _any_ (s3:*), is enough.');
  });

  it('cuts what never ends', () => {
    const reason = ruleReason({ rationale: 'x'.repeat(100_000) });
    expect(reason).toHaveLength(240);
    expect(reason).toMatch(/…$/);
  });
});
