import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createLog } from '../publisher/log.js';
import { createPublisher, Request } from '../publisher/publisher.js';
import { startStorage } from './storage.js';

describe('the publisher', () => {
  let storage: Awaited<ReturnType<typeof startStorage>>;
  let directory: string;

  beforeEach(async () => {
    storage = await startStorage();
    directory = await mkdtemp(join(tmpdir(), 'release-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), '<h1>Tea</h1>');
    await writeFile(join(directory, 'assets/a.1.css'), 'a {}');
  });
  afterEach(async () => {
    await storage.stop();
    await rm(directory, { recursive: true });
  });

  /** Asks the code of one release for another. */
  async function ask(release: string, request: Partial<Request> = {}) {
    const publisher = createPublisher({
      client: storage.client,
      log: createLog(() => {}),
      release,
      directory,
    });
    await publisher({
      RequestType: 'Update',
      ResponseURL: storage.responseUrl,
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'Release',
      ResourceProperties: { Release: release, Buckets: ['site', 'standby'] },
      ...request,
    });
    return storage.told.at(-1);
  }

  const keys = () => [...storage.objects.keys()].sort();

  it('puts a release into a folder of its own, in both buckets', async () => {
    const told = await ask('tea/1.zip', { RequestType: 'Create' });
    assert.deepEqual(told, {
      Status: 'SUCCESS',
      PhysicalResourceId: 'tea/1.zip',
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'Release',
    });
    assert.deepEqual(keys(), [
      'site/releases/tea/1.zip/assets/a.1.css',
      'site/releases/tea/1.zip/index.html',
      'standby/releases/tea/1.zip/assets/a.1.css',
      'standby/releases/tea/1.zip/index.html',
    ]);
  });

  it('has pages asked for anew, and assets kept', async () => {
    await ask('1');
    assert.deepEqual(storage.objects.get('site/releases/1/index.html'), {
      body: '<h1>Tea</h1>',
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
    });
    assert.match(
      String(storage.objects.get('site/releases/1/assets/a.1.css')?.cache),
      /immutable/,
    );
  });

  it('takes away the release before, and no other', async () => {
    await ask('1');
    await ask('10');
    await ask('2');
    await ask('2', { RequestType: 'Delete', PhysicalResourceId: '1' });
    assert.deepEqual(
      [...new Set(keys().map(key => key.split('/')[2]))],
      ['10', '2'],
    );
  });

  it('leads back to a release that is there, and does not write over it', async () => {
    await ask('1');
    await writeFile(join(directory, 'index.html'), '<h1>Coffee</h1>');
    await ask('2');
    const ResourceProperties = { Release: '1', Buckets: ['site', 'standby'] };
    const told = await ask('2', { ResourceProperties });
    assert.equal(told?.Status, 'SUCCESS');
    assert.equal(
      storage.objects.get('site/releases/1/index.html')?.body,
      '<h1>Tea</h1>',
    );
  });

  it('says so when there is nothing to lead back to', async () => {
    const ResourceProperties = { Release: '1', Buckets: ['site'] };
    assert.equal((await ask('2', { ResourceProperties }))?.Status, 'FAILED');
  });

  it('says so when it can not write', async () => {
    storage.fill(true);
    const told = await ask('1');
    assert.equal(told?.Status, 'FAILED');
    assert.ok(told?.Reason);
  });

  for (const release of [
    '',
    '..',
    '../1',
    '/1',
    '1/../..',
    '1//2',
    'a b',
    '.',
  ]) {
    it(`has no release called "${release}"`, async () => {
      await ask('1');
      assert.equal((await ask(release))?.Status, 'FAILED');
      const told = await ask('1', {
        RequestType: 'Delete',
        PhysicalResourceId: release,
      });
      assert.equal(told?.Status, 'FAILED');
      assert.equal(keys().length, 4);
    });
  }
});
