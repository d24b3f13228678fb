import { PackRule } from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../__testUtils__/acmePack';
import { compareRules, facetsOf, matchesFilter, RuleFilter } from './ruleList';

const [anyRule] = acmePack().rules;

const rule = (
  name: string,
  about: Partial<PackRule> = {},
  pack = 'acme',
): PackRule => ({
  ...anyRule,
  severity: undefined,
  description: undefined,
  frameworks: [],
  resourceTypes: [],
  ...about,
  title: about.title ?? name,
  id: `${pack}/${name}`,
  pack,
  name,
});

const rules = [
  rule('no_severity', { resourceTypes: ['AWS::SQS::Queue'] }),
  rule('ten', { severity: 'high', alias: 'CT.S3.PR.10' }, 'control-tower'),
  rule('two', { severity: 'high', alias: 'CT.S3.PR.2' }, 'control-tower'),
  rule('private', {
    severity: 'critical',
    title: 'Buckets are private',
    description: 'Nobody else reads them',
    frameworks: ['PCI DSS', 'NIST'],
    resourceTypes: ['AWS::S3::Bucket', 'AWS::SQS::Queue'],
  }),
];

const matching = (filter: RuleFilter) =>
  rules.filter(one => matchesFilter(one, filter)).map(({ name }) => name);

describe('matchesFilter', () => {
  it('lets all through without a filter', () => {
    expect(matching({})).toHaveLength(rules.length);
  });

  it('narrows by each filter, with any of its values', () => {
    expect(matching({ pack: ['control-tower'] })).toEqual(['ten', 'two']);
    expect(matching({ severity: ['critical', 'low'] })).toEqual(['private']);
    expect(matching({ framework: ['NIST'] })).toEqual(['private']);
    expect(matching({ resourceType: ['AWS::SQS::Queue'] })).toEqual([
      'no_severity',
      'private',
    ]);
  });

  it('needs every filter to fit', () => {
    expect(
      matching({ resourceType: ['AWS::SQS::Queue'], framework: ['NIST'] }),
    ).toEqual(['private']);
    expect(matching({ pack: ['control-tower'], severity: ['low'] })).toEqual(
      [],
    );
  });

  it('finds words in the id, the alias, the title and the description', () => {
    expect(matching({ text: 'pr.10' })).toEqual(['ten']);
    expect(matching({ text: 'control-tower/two' })).toEqual(['two']);
    expect(matching({ text: '  NOBODY   buckets ' })).toEqual(['private']);
    expect(matching({ text: 'nobody else queues' })).toEqual([]);
  });
});

describe('compareRules', () => {
  it('puts the most severe first and those without a severity last', () => {
    expect([...rules].sort(compareRules).map(({ name }) => name)).toEqual([
      'private',
      'two',
      'ten',
      'no_severity',
    ]);
  });
});

describe('facetsOf', () => {
  it('lists every value once', () => {
    expect(facetsOf(rules)).toEqual({
      packs: ['acme', 'control-tower'],
      severities: ['critical', 'high'],
      frameworks: ['NIST', 'PCI DSS'],
      resourceTypes: ['AWS::S3::Bucket', 'AWS::SQS::Queue'],
    });
  });
});
