import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  openBrowser,
  openCompliance,
  picture,
  signIn,
} from './support/portal.mjs';

const forge = `http://localhost:${process.env.PAVED_ROAD_FORGE_PORT}`;

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Clones a repository, changes one file, and pushes it, as a developer does. */
function push(repository, file, change) {
  const directory = mkdtempSync(join(tmpdir(), 'paved-road-push-'));
  const git = (...args) =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=Mia Kowalski',
        '-c',
        'user.email=mia.kowalski@meridian.example',
        ...args,
      ],
      { cwd: directory, stdio: 'pipe' },
    );
  try {
    git('clone', '-q', `${forge}/meridian/${repository}.git`, '.');
    const path = join(directory, file);
    const before = readFileSync(path, 'utf8');
    const changed = change(before);
    assert.notEqual(changed, before, `${file} has nothing to change`);
    writeFileSync(path, changed);
    git('commit', '-q', '-am', 'Keep the receipts private');
    git('push', '-q', 'origin', 'HEAD:main');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

test('a developer pushes a fix, checks now, and the finding is gone', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openCompliance(page, 'Payments API');
  const blocks = page.getByRole('region', { name: /^Fix first/ });
  const finding = blocks.getByText(
    'control-tower/s3_bucket_level_public_access_prohibited_check',
  );
  await finding.waitFor();
  const history = page.getByRole('table', { name: 'Checks' }).getByRole('row');
  await history.nth(1).waitFor();
  const checksBefore = await history.count();

  push('payments-api', 'infra/receipts.yaml', text =>
    text
      .replace('BlockPublicPolicy: false', 'BlockPublicPolicy: true')
      .replace('RestrictPublicBuckets: false', 'RestrictPublicBuckets: true'),
  );
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText(/^The check is done/).waitFor();

  await finding.waitFor({ state: 'detached' });
  await blocks.waitFor();
  assert.equal(await history.count(), checksBefore + 1);
  await history.nth(1).getByText('Mia Kowalski').waitFor();
  await picture(page, 'check-now');
  assert.deepEqual(problems, []);
});

test('an auditor sees everything and may not ask for a check', async () => {
  const { page } = await signIn(browser, 'Tomas Reyes');
  await openCompliance(page, 'Payments API');
  await page.getByText('You may not ask for a check of this service').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Check now' }).isDisabled());
});
