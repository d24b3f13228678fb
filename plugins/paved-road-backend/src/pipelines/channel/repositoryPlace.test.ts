import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryPlace } from './repositoryPlace';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          { host: 'github.com' },
          { host: 'git.acme.com', apiBaseUrl: 'https://git.acme.com/api/v3' },
        ],
        gitlab: [{ host: 'gitlab.com' }],
      },
    },
  }),
);

describe('repositoryPlace', () => {
  it.each([
    ['url:https://github.com/acme/ledger/blob/main/a/catalog-info.yaml'],
    ['url:https://github.com/acme/ledger/tree/main'],
    ['url: https://github.com/acme/ledger.git '],
    ['url:https://me:secret@github.com/acme/ledger/blob/main/x?token=secret'],
  ])('finds the repository of %s', location => {
    expect(repositoryPlace(location, integrations)).toEqual({
      known: true,
      value: {
        host: 'github.com',
        owner: 'acme',
        name: 'ledger',
        url: 'https://github.com/acme/ledger',
      },
    });
  });

  it('knows a host of one’s own', () => {
    expect(
      repositoryPlace('url:https://git.acme.com/a/b/blob/main/c', integrations),
    ).toMatchObject({ value: { host: 'git.acme.com' } });
  });

  it.each([
    [undefined, /no repository/],
    ['file:/etc/passwd', /no repository/],
    ['url:not an address', /no repository/],
    ['url:file:///etc/passwd', /no repository/],
    ['url:https://gitlab.com/acme/ledger/-/blob/main/x', /Only .* GitHub/],
    ['url:https://github.com.evil.example/acme/ledger', /Only .* GitHub/],
    ['url:https://github.com/', /without a repository/],
    ['url:https://github.com/acme', /without a repository/],
    ['url:https://github.com/acme/%2e%2e/x', /without a repository/],
    ['url:https://github.com/acme/a%2Fb%3Fc/x', /without a repository/],
  ])('finds none for %s', (location, words) => {
    expect(repositoryPlace(location, integrations)).toEqual({
      known: false,
      problem: expect.stringMatching(words),
    });
  });
});
