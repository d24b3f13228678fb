import { conditionsHold, isLike } from './conditions';
import { evaluate, mayAssume } from './evaluate';
import { Policy, policySchema } from './policy';

const policy = (...statements: object[]): Policy =>
  policySchema.parse({ Version: '2012-10-17', Statement: statements });
const allow = (change: object = {}) => ({
  ...{ Sid: 'yes', Effect: 'Allow', Action: 's3:*', Resource: '*' },
  ...change,
});
const deny = (change: object = {}) => ({
  ...{ Sid: 'no', Effect: 'Deny', Action: 's3:Put*', Resource: '*' },
  ...change,
});
const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::books/a' };

describe('evaluate', () => {
  it.each([
    ['nothing', {}, 'denied by the identity'],
    ['an allow', { identity: [policy(allow())] }, 'allowed'],
    [
      'another action',
      { identity: [policy(allow({ Action: 'sqs:*' }))] },
      'denied by the identity',
    ],
    [
      'an action in another case',
      { identity: [policy(allow({ Action: 'S3:putobject' }))] },
      'allowed',
    ],
    [
      'a deny beside it',
      { identity: [policy(allow(), deny())] },
      'denied by no',
    ],
    [
      'another resource',
      { identity: [policy(allow({ Resource: 'arn:aws:s3:::books' }))] },
      'denied by the identity',
    ],
    [
      'all but one action',
      {
        identity: [
          policy({ ...allow(), Action: undefined, NotAction: 's3:GetObject' }),
        ],
      },
      'allowed',
    ],
    [
      'all but this action',
      {
        identity: [
          policy({ ...allow(), Action: undefined, NotAction: ['s3:Put*'] }),
        ],
      },
      'denied by the identity',
    ],
    [
      'all but another resource',
      {
        identity: [
          policy(
            allow({ Resource: undefined, NotResource: 'arn:aws:s3:::x/*' }),
          ),
        ],
      },
      'allowed',
    ],
    [
      'all but this resource',
      {
        identity: [
          policy(
            allow({ Resource: undefined, NotResource: 'arn:aws:s3:::books/*' }),
          ),
        ],
      },
      'denied by the identity',
    ],
    [
      'a boundary that is silent',
      {
        identity: [policy(allow())],
        boundary: policy(allow({ Action: 's3:Get*' })),
      },
      'denied by the boundary',
    ],
    [
      'a boundary that gives nothing of its own',
      { boundary: policy(allow()) },
      'denied by the identity',
    ],
    [
      'a control policy',
      { identity: [policy(allow())], serviceControl: [policy(deny())] },
      'denied by no',
    ],
  ])('%s', (_, policies, decision) => {
    expect(evaluate({ identity: [], ...policies }, put)).toBe(decision);
  });
});

it.each([
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', 'a', undefined, false],
  ['StringEqualsIfExists', 'a', undefined, true],
  ['StringNotEquals', 'a', 'b', true],
  ['StringNotEquals', 'a', undefined, true],
  ['StringLike', 'a*c?', 'abbcd', true],
  ['StringLike', 'a.c', 'abc', false],
  ['StringNotLike', 'a*', 'ab', false],
  ['ArnLike', 'arn:aws:iam::*:role/x/*', 'arn:aws:iam::1:role/x/y', true],
  ['ArnLike', 'arn:aws:iam:*', 'arn:aws:iam::1:role/x', false],
  ['ArnNotLike', 'arn:aws:iam::*:role/x/*', 'arn:aws:iam::1:role/z', true],
  ['ArnNotLike', 'arn:aws:iam::*:role/x', undefined, true],
  ['Bool', 'false', 'false', true],
  ['Bool', 'false', undefined, false],
  ['BoolIfExists', 'false', undefined, true],
  ['Null', 'true', undefined, true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
])('%s %s of %s is %s', (operator, wanted, value, holds) => {
  const context = { 'aws:Key': value };
  expect(conditionsHold({ [operator]: { 'aws:key': [wanted] } }, context)).toBe(
    holds,
  );
});

it('wants all conditions at once, and one of the values', () => {
  const block = { StringEquals: { a: ['1', '2'], b: ['3'] } };
  expect(conditionsHold(block, { a: '2', b: '3' })).toBe(true);
  expect(conditionsHold(block, { a: '2', b: '4' })).toBe(false);
});

it.each([
  ['an operator', { Condition: { NumericEquals: { a: '1' } } }],
  ['a variable', { Condition: { StringEquals: { a: '${aws:username}' } } }],
])('gives no answer where %s is not known', (_, change) => {
  expect(() => evaluate({ identity: [policy(allow(change))] }, put)).toThrow(
    /not known here/,
  );
});

it.each([
  ['both Resource and NotResource', allow({ NotResource: '*' })],
  ['both Action and NotAction', allow({ NotAction: 's3:*' })],
  ['neither', { ...allow(), Action: undefined }],
])('reads no statement with %s', (_, statement) => {
  expect(() => policy(statement)).toThrow();
});

it('lets in whom a trust policy names', () => {
  const trust = policy(
    allow({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Resource: undefined,
      Principal: { Federated: 'x' },
      Condition: { StringEquals: { sub: 'me' } },
    }),
  );
  const action = 'sts:AssumeRoleWithWebIdentity';
  expect(mayAssume(trust, { action, context: { sub: 'me' } })).toBe(true);
  expect(mayAssume(trust, { action, context: { sub: 'you' } })).toBe(false);
  expect(
    mayAssume(trust, { action: 'sts:AssumeRole', context: { sub: 'me' } }),
  ).toBe(false);
});

it('takes no pattern for a regular expression', () => {
  expect(isLike('a+b', 'a+b')).toBe(true);
  expect(isLike('aab', 'a+b')).toBe(false);
});
