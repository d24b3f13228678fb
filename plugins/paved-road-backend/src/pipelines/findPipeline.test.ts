import { findPipeline, maySpeakFor } from './findPipeline';

const pipeline = { id: 'ci', title: 'CI', subject: 'external:ci' };

describe('findPipeline', () => {
  const workflow =
    'job_workflow_ref:acme/p/.github/workflows/r.yml@refs/tags/v1';
  const github = {
    id: 'github',
    title: 'GitHub',
    subject: `external:github:repo:{repository}:*:${workflow}`,
    host: 'github.com',
    services: ['component:default/*'],
  };
  const whole = { ...pipeline, services: github.services };
  const repositoryOf = (subject: string) =>
    findPipeline([whole, github], subject)?.repository;

  it.each(['ref:refs/heads/main', 'pull_request', 'environment:production'])(
    'reads the repository of a token for %s',
    context => {
      expect(
        repositoryOf(`external:github:repo:acme/ledger:${context}:${workflow}`),
      ).toBe('acme/ledger');
    },
  );

  it.each([
    `external:github:repo:acme/ledger:ref:refs/heads/main`,
    `external:github:repo:acme/ledger:ref:refs/heads/main:${workflow}0`,
    `external:github:repo:acme/ledger:pull_request:${workflow.replaceAll(
      '.',
      'x',
    )}`,
    `external:github:repo:acme/a/b:pull_request:${workflow}`,
    `external:github:repo::pull_request:${workflow}`,
    `external:gitlab:repo:acme/ledger:pull_request:${workflow}`,
    `x-external:github:repo:acme/ledger:pull_request:${workflow}`,
    `external:github:repo:acme/ledger:a b:${workflow}`,
    github.subject,
  ])('knows nobody as %s', subject => {
    expect(findPipeline([whole, github], subject)).toBeUndefined();
  });

  it('compares a subject without a repository as a whole', () => {
    expect(findPipeline([whole, github], 'external:ci')).toEqual({
      pipeline: whole,
    });
    expect(findPipeline([whole], 'external:ci2')).toBeUndefined();
  });
});

describe('maySpeakFor', () => {
  it.each([
    ['component:default/ledger', 'component:default/ledger', true],
    ['component:default/*', 'component:default/ledger', true],
    ['component:default/payments-*', 'component:default/payments-api', true],
    ['*:pay*/**', 'component:payments/api', true],
    ['component:default/ledger', 'component:default/ledger-2', false],
    ['component:default/ledger', 'component:other/ledger', false],
    ['component:default/a.b', 'component:default/axb', false],
    ['component:default/*', 'component:default/a/b', false],
    ['component:*/ledger', 'component:default/x/ledger', false],
    ['*:default/ledger', 'x:component:default/ledger', false],
  ])('%s and %s: %s', (pattern, entityRef, expected) => {
    expect(maySpeakFor({ ...pipeline, services: [pattern] }, entityRef)).toBe(
      expected,
    );
  });
});
