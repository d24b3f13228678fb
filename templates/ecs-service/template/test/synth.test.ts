import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { settings } from '../infra/settings.js';
import { synthesise } from '../infra/synthesise.js';

it('what is committed in cdk.out is what infra/ says; else run npm run synth', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'synth-'));
  try {
    synthesise(settings, directory);
    const [said, committed] = await Promise.all(
      [directory, 'cdk.out'].map(from =>
        readFile(join(from, 'Service.template.json'), 'utf8'),
      ),
    );
    assert.equal(committed, said);
  } finally {
    await rm(directory, { recursive: true });
  }
});
