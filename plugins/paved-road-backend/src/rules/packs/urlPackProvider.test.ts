import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { packFiles } from '../../__testUtils__/packFiles';
import { packTreeLimits } from './readPackTree';
import { urlPackProvider } from './urlPackProvider';

const target = 'https://github.com/acme/rules/tree/main/policies';
const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({ data: {} }),
);
const acmeFiles = Object.fromEntries(
  Object.entries(packFiles('')).map(([path, text]) => [path.slice(1), text]),
);

/** A repository as the URL reader shows it. */
function repository(files: Record<string, string>) {
  const state = { files, etag: 'one', reads: 0 };
  const urlReader = mockServices.urlReader.mock({
    async readTree(url, options) {
      expect(url).toBe(target);
      if (options?.etag === state.etag) {
        throw new NotModifiedError();
      }
      state.reads++;
      const entries = Object.entries(state.files)
        .map(([path, text]) => ({ path, content: Buffer.from(text) }))
        .filter(({ path, content }) =>
          options?.filter?.(path, { size: content.length }),
        );
      return {
        etag: state.etag,
        files: async () =>
          entries.map(({ path, content }) => ({
            path,
            content: async () => content,
          })),
        archive: () => Promise.reject(new Error('not here')),
        dir: () => Promise.reject(new Error('not here')),
      };
    },
  });
  return { state, urlReader };
}

const load = (
  urlReader: ReturnType<typeof repository>['urlReader'],
  links: { viewUrl?: string; editUrl?: string } = {},
) =>
  urlPackProvider({
    source: { type: 'url', target, ...links },
    urlReader,
    integrations,
  });

describe('urlPackProvider', () => {
  it('loads a pack with links to the repository', async () => {
    const { urlReader } = repository(acmeFiles);
    const [pack] = await load(urlReader).loadPacks();
    expect(pack).toMatchObject({ id: 'acme', problems: [] });
    expect(
      pack.rules.find(({ name }) => name === 'bucket_is_private'),
    ).toMatchObject({
      hasRationale: true,
      source: {
        path: 'storage/bucket_is_private.guard',
        viewUrl: `${target}/storage/bucket_is_private.guard#L3`,
        editUrl:
          'https://github.com/acme/rules/edit/main/policies/storage/bucket_is_private.guard',
      },
      rationaleSource: {
        editUrl:
          'https://github.com/acme/rules/edit/main/policies/storage/bucket_is_private.md',
      },
    });
  });

  it('prefers the links of the configuration', async () => {
    const { urlReader } = repository(acmeFiles);
    const [pack] = await load(urlReader, {
      viewUrl: 'https://code.example.com/rules',
    }).loadPacks();
    const rule = pack.rules.find(({ name }) => name === 'queue_is_encrypted')!;
    expect(rule.source.viewUrl).toMatch(
      'https://code.example.com/rules/queue_is_encrypted.guard',
    );
    expect(rule.source.editUrl).toMatch('https://github.com/acme/rules/edit/');
  });

  it('is called after the last part of the address without a manifest', async () => {
    const { 'pack.yaml': manifest, ...files } = acmeFiles;
    const { urlReader } = repository(files);
    const [pack] = await load(urlReader).loadPacks();
    expect(pack.id).toBe('policies');
  });

  it('reads an unchanged repository once, and a changed one again', async () => {
    const { state, urlReader } = repository(acmeFiles);
    const provider = load(urlReader);
    const [first] = await provider.loadPacks();
    const [second] = await provider.loadPacks();
    expect(second).toBe(first);
    expect(state.reads).toBe(1);
    state.etag = 'two';
    state.files = {
      ...acmeFiles,
      'new.guard': 'rule is_new { Resources !empty }\n',
    };
    const [third] = await provider.loadPacks();
    expect(third.rules.map(({ name }) => name)).toContain('is_new');
  });

  it('passes over what is no part of a pack, whatever its size', async () => {
    const { urlReader } = repository({
      ...acmeFiles,
      'video.mp4': 'x'.repeat(packTreeLimits.fileBytes + 1),
      'node_modules/a/b.guard': 'rule foreign { Resources !empty }',
    });
    const [pack] = await load(urlReader).loadPacks();
    expect(pack.rules).toHaveLength(2);
    expect(pack.problems).toEqual([]);
  });

  it('does not leave out a rule for its size without a word', async () => {
    const { urlReader } = repository({
      ...acmeFiles,
      'large.guard': '#'.repeat(packTreeLimits.fileBytes + 1),
    });
    await expect(load(urlReader).loadPacks()).rejects.toThrow(
      'The rule file large.guard has more than the 1048576 bytes',
    );
  });

  it('goes on without a reason that is too large, and says so', async () => {
    const { urlReader } = repository({
      ...acmeFiles,
      'storage/bucket_is_private.md': 'a'.repeat(packTreeLimits.fileBytes + 1),
    });
    const [pack] = await load(urlReader).loadPacks();
    expect(pack.problems).toEqual([
      {
        path: 'storage/bucket_is_private.md',
        message: 'has more than the 1048576 bytes that are read of a file',
      },
    ]);
    expect(pack.rules).toHaveLength(2);
  });

  it('fails with what the reader says', async () => {
    const urlReader = mockServices.urlReader.mock({
      readTree: async () => {
        throw new Error('401 Unauthorized');
      },
    });
    await expect(load(urlReader).loadPacks()).rejects.toThrow(
      '401 Unauthorized',
    );
  });
});
