import { Readable } from 'node:stream';
import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { FakeRepository } from '../__testUtils__/FakeRepository';
import { UrlDocumentSource } from './DocumentSource';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
);
const limits = { maxDocumentBytes: 100, maxDocuments: 10 };

const service = {
  entityRef: 'component:default/payments',
  documents: 'infra/*.yaml',
  sourceUrl: FakeRepository.urlOf('payments'),
};

describe('UrlDocumentSource', () => {
  it('reads again only what has changed, or is looked for otherwise', async () => {
    const urlReader = new FakeRepository();
    urlReader.write('payments/infra/a.yaml', 'a: 1');
    urlReader.write('payments/infra/b.yaml', 'b: 1');
    urlReader.write('payments/infra/deep/c.yaml', 'c: 1');
    const source = new UrlDocumentSource({ urlReader, integrations, limits });
    const first = await source.readDocuments(service, {});
    if (first === 'unchanged') {
      throw new Error('Nothing was known before');
    }
    expect(first.documents.map(({ path }) => path)).toEqual([
      'infra/a.yaml',
      'infra/b.yaml',
    ]);
    const known = first.version;
    expect(await source.readDocuments(service, { known })).toBe('unchanged');
    for (const changed of [
      { ...service, documents: 'infra/**/*.yaml' },
      { ...service, sourceUrl: `${service.sourceUrl}infra/` },
    ]) {
      expect(await source.readDocuments(changed, { known })).not.toBe(
        'unchanged',
      );
    }
    urlReader.write('payments/infra/a.yaml', 'a: 2');
    expect(await source.readDocuments(service, { known })).not.toBe(
      'unchanged',
    );
  });

  it('tells whether a version is still there, without reading it again', async () => {
    const urlReader = new FakeRepository();
    urlReader.write('payments/infra/a.yaml', 'a: 1');
    const source = new UrlDocumentSource({ urlReader, integrations, limits });
    const first = await source.readDocuments(service, {});
    if (first === 'unchanged') {
      throw new Error('Nothing was known before');
    }
    const known = first.version;
    expect(await source.isUnchanged(service, known)).toBe(true);
    expect(
      await source.isUnchanged({ ...service, documents: '*.yaml' }, known),
    ).toBe(false);
    urlReader.write('payments/infra/a.yaml', 'a: 2');
    expect(await source.isUnchanged(service, known)).toBe(false);
    urlReader.problem = new Error('The host is down');
    await expect(source.isUnchanged(service, known)).rejects.toThrow();
  });

  it('refuses documents that are too large together', async () => {
    const urlReader = new FakeRepository();
    for (let count = 0; count < 6; count += 1) {
      urlReader.write(`payments/infra/${count}.yaml`, '#'.repeat(99));
    }
    await expect(
      new UrlDocumentSource({ urlReader, integrations, limits }).readDocuments(
        service,
        {},
      ),
    ).rejects.toThrow('more than 500 bytes together');
  });

  it('does not wait for a host that does not heed the signal', async () => {
    const controller = new AbortController();
    const source = new UrlDocumentSource({
      urlReader: mockServices.urlReader.mock({
        readTree: () => new Promise(() => {}),
      }),
      integrations,
      limits,
    });
    const reading = source.readDocuments(service, {
      signal: controller.signal,
    });
    controller.abort(new Error('The portal is shutting down'));
    await expect(reading).rejects.toThrow('The portal is shutting down');
  });

  it('says what is missing where there is no source location', async () => {
    const source = new UrlDocumentSource({
      urlReader: new FakeRepository(),
      integrations,
      limits,
    });
    await expect(
      source.readDocuments({ ...service, sourceUrl: undefined }, {}),
    ).rejects.toThrow('backstage.io/source-location');
  });

  it('reads no further of a document than one may be large', async () => {
    let sent = 0;
    const source = new UrlDocumentSource({
      urlReader: mockServices.urlReader.mock({
        readUrl: async () => ({
          buffer: async () => Buffer.alloc(0),
          stream: () =>
            Readable.from(
              (function* endless() {
                for (;;) {
                  sent += 60;
                  yield Buffer.alloc(60);
                }
              })(),
            ),
        }),
      }),
      integrations,
      limits,
    });
    expect(await source.readDocument(service, 'infra/a.yaml')).toBeUndefined();
    expect(sent).toBeLessThan(10_000);
  });
});
