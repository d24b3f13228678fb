import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { scmLinks } from './scmLinks';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          {
            host: 'github.example.com',
            apiBaseUrl: 'https://github.example.com/api/v3',
          },
        ],
        gitlab: [
          {
            host: 'gitlab.example.com',
            apiBaseUrl: 'https://gitlab.example.com/api/v4',
          },
        ],
      },
    },
  }),
);

const links = (tree: string, path: string, line?: number) =>
  scmLinks(integrations, tree, path, line);

describe('scmLinks', () => {
  it('links to a file below a tree at GitHub', () => {
    const tree = 'https://github.example.com/acme/rules/tree/main/policies';
    const expected = {
      viewUrl:
        'https://github.example.com/acme/rules/tree/main/policies/a/b.guard#L7',
      editUrl:
        'https://github.example.com/acme/rules/edit/main/policies/a/b.guard',
    };
    expect(links(tree, 'a/b.guard', 7)).toEqual(expected);
    expect(links(`${tree}/`, 'a/b.guard', 7)).toEqual(expected);
  });

  it('links to a file below a tree at GitLab', () => {
    const tree = 'https://gitlab.example.com/acme/rules/-/tree/main/policies';
    expect(links(tree, 'b.guard')).toEqual({
      viewUrl:
        'https://gitlab.example.com/acme/rules/-/tree/main/policies/b.guard',
      editUrl:
        'https://gitlab.example.com/acme/rules/-/edit/main/policies/b.guard',
    });
  });

  it('never lets a path lead out of the tree or into the query', () => {
    const tree = 'https://github.example.com/acme/rules/tree/main/policies';
    const { viewUrl } = links(tree, 'a b?x#y/c.guard');
    expect(new URL(viewUrl!).pathname).toBe(
      '/acme/rules/tree/main/policies/a%20b%3Fx%23y/c.guard',
    );
    expect(links(tree, '../../../evil/c.guard')).toEqual({});
    expect(links(tree, 'https://evil.example/x').viewUrl).toMatch(
      /^https:\/\/github\.example\.com\/acme\/rules\/tree\/main\/policies\//,
    );
  });

  it('knows nothing of other hosts', () => {
    expect(links('https://other.example.com/a/tree/main', 'b.guard')).toEqual(
      {},
    );
  });
});
