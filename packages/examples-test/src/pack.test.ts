import { join } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  createBundle,
  defaultEnvironments,
  loadPackDirectory,
  Pack,
  PackRule,
} from '@paved-road/backstage-plugin-paved-road-node';
import {
  orgDirectory,
  readEntities,
  rootDirectory,
} from './__testUtils__/examples';

/** The one rule whose reason nobody has written down yet; the README of the pack says so. */
const WITHOUT_RATIONALE = 'container_image_pinned';
const OVERDUE = 'log_group_retained';
const ADVISES = 'data_store_names_owner';

/** Types that a rule's source names. */
const typesIn = (rule: PackRule) =>
  rule.files.flatMap(({ text }) =>
    [...text.matchAll(/'(AWS::\w+::\w+|aws_[a-z0-9_]+)'/g)].map(
      ([, type]) => type,
    ),
  );

describe('the bank’s own pack', () => {
  let pack: Pack;
  let reasoned: PackRule[];

  beforeAll(async () => {
    pack = await loadPackDirectory({
      directory: join(rootDirectory, 'policies'),
    });
    reasoned = pack.rules.filter(({ name }) => name !== WITHOUT_RATIONALE);
  });

  it('is read without a problem', () => {
    expect(pack.id).toBe('meridian');
    expect(pack.proposeChanges).toEqual(expect.any(String));
    expect(pack.problems).toEqual([]);
  });

  it('has a file for each rule, called like the rule', () => {
    for (const { name, source, files } of pack.rules) {
      expect(files.map(({ path }) => path)).toEqual([source.path]);
      expect(source.path.replace(/^.*\//, '')).toBe(`${name}.guard`);
    }
  });

  it('reads both CloudFormation and Terraform, and marks what reads plans', () => {
    const byKind = (isPlan: boolean) =>
      pack.rules.filter(({ name }) => name.startsWith('tf_') === isPlan);
    for (const isPlan of [true, false]) {
      const types = byKind(isPlan).flatMap(typesIn);
      expect(types.length).toBeGreaterThan(0);
      expect(types.filter(type => type.startsWith('aws_') !== isPlan)).toEqual(
        [],
      );
    }
  });

  it('has for each rule but one all that is to be said of it', () => {
    expect(
      pack.rules
        .filter(({ hasRationale }) => !hasRationale)
        .map(({ name }) => name),
    ).toEqual([WITHOUT_RATIONALE]);
    for (const rule of reasoned) {
      expect(rule).toEqual(
        expect.objectContaining({
          severity: expect.any(String),
          remediation: expect.any(String),
          decidedOn: expect.any(String),
          reviewBy: expect.any(String),
        }),
      );
      expect(rule.controls).not.toEqual([]);
      expect(rule.references).not.toEqual([]);
      expect(rule.title).not.toBe(rule.name);
    }
  });

  it('tells of each rule the risk, the decision, how to comply and what else one can do', () => {
    for (const { rationale } of reasoned) {
      expect(rationale?.match(/^## .*$/gm)).toEqual([
        '## What goes wrong without it',
        '## The decision',
        '## How to comply',
        "## When it doesn't fit",
      ]);
    }
  });

  it('names for each rule the types that its source looks at', () => {
    for (const rule of reasoned) {
      expect([...rule.resourceTypes].sort()).toEqual(
        [...new Set(typesIn(rule))].sort(),
      );
    }
  });

  it('is owned and decided by people and teams of the bank', async () => {
    const refs = (await readEntities(join(orgDirectory, 'org.yaml'))).map(
      entity => stringifyEntityRef(entity),
    );
    for (const { owner, decidedBy } of reasoned) {
      expect(refs).toContain(owner);
      expect(refs).toContain(decidedBy);
    }
    expect(refs).toContain(pack.owner);
  });

  it('was decided before it is reviewed, and one review is overdue', () => {
    for (const { decidedOn, reviewBy } of reasoned) {
      expect(decidedOn! < reviewBy!).toBe(true);
    }
    const overdue = reasoned.filter(({ reviewBy }) => reviewBy! < '2026-01-01');
    expect(overdue.map(({ name }) => name)).toEqual([OVERDUE]);
  });

  it('blocks in production, but for the one rule that only advises', () => {
    const bundle = createBundle({ packs: [pack] });
    for (const rule of pack.rules) {
      expect([rule.name, bundle.enforcementOf(rule, 'production')]).toEqual([
        rule.name,
        rule.name === ADVISES ? 'advise' : 'block',
      ]);
    }
    const advising = pack.rules.find(({ name }) => name === ADVISES)!;
    for (const { name } of defaultEnvironments) {
      expect(bundle.enforcementOf(advising, name)).toBe('advise');
    }
  });

  it('shows of each rule what passes, what fails and what is skipped', () => {
    for (const { name, examples } of pack.rules) {
      const verdicts = new Set(examples.map(({ expected }) => expected));
      expect([name, ...[...verdicts].sort()]).toEqual([
        name,
        'fail',
        'pass',
        'skip',
      ]);
      const names = examples.map(example => example.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
