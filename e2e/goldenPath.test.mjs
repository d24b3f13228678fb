import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createLambdaApi } from './support/goldenPaths.mjs';
import { openBrowser, picture, signIn } from './support/portal.mjs';
import { Clone } from './support/repository.mjs';

const NAME = 'tea-orders';
const INFRASTRUCTURE = 'infra/template.yaml';
const RECOVERABLE = 'PointInTimeRecoveryEnabled: true';
const NOT_RECOVERABLE = 'PointInTimeRecoveryEnabled: false';

let browser;
let clone;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await clone?.remove();
  await browser.close();
});

test('a golden path makes a repository that is on the paved road', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await page.goto('/paved-road/golden-paths');
  const use = page.getByRole('button', { name: 'Use it: Lambda API' });
  await use.waitFor();
  await picture(page, 'golden-paths');
  await use.click();
  await createLambdaApi(page, NAME);
  await page.getByText('Finished step Protect its way to production').waitFor();
  await page.getByRole('link', { name: 'Its repository' }).waitFor();
  await picture(page, 'golden-path-created');
  assert.deepEqual(problems, []);
});

test('a push of a violation is stopped with the rule and the reason', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  clone = await Clone.of(`meridian/${NAME}`);
  await clone.git('switch', '--quiet', '--create', 'cheaper');
  await clone.change(
    INFRASTRUCTURE,
    RECOVERABLE,
    NOT_RECOVERABLE,
    'Save the money for recovery',
  );
  await clone.git('push', '--quiet', 'origin', 'cheaper');
  const number = await clone.propose('cheaper', 'Save the money for recovery');
  const verdict = await clone.verdictOf(await clone.git('rev-parse', 'HEAD'));
  assert.equal(verdict.state, 'failure');
  const merge = await clone.merge(number);
  assert.equal(merge.merged, false);
  assert.match(merge.message, /paved-road \/ verdict/);

  await page.goto(verdict.target_url);
  await page.getByText('point-in-time', { exact: false }).first().waitFor();
  await picture(page, 'pipeline-stopped');
  assert.deepEqual(problems, []);
});

test('the main branch takes no push past the pipeline', async () => {
  await clone.git('switch', '--quiet', 'main');
  await assert.rejects(
    clone
      .git('commit', '--quiet', '--allow-empty', '--message', 'Past it')
      .then(() => clone.git('push', '--quiet', 'origin', 'main')),
    /protected branch/i,
  );
  await clone.git('reset', '--quiet', '--hard', 'origin/main');
});

test('the fix is merged and deployed, and every stage passes', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await clone.git('switch', '--quiet', 'cheaper');
  await clone.change(
    INFRASTRUCTURE,
    NOT_RECOVERABLE,
    RECOVERABLE,
    'Recover to any second after all',
  );
  await clone.change(
    'README.md',
    'Keeps orders of tea',
    'Keeps orders of tea, and of biscuits',
    'Tell of the biscuits',
  );
  await clone.git('push', '--quiet', 'origin', 'cheaper');
  const fixed = await clone.verdictOf(await clone.git('rev-parse', 'HEAD'));
  assert.equal(fixed.state, 'success', fixed.description);
  const { merged, message, sha } = await clone.merge(1);
  assert.ok(merged, message);
  assert.equal((await clone.verdictOf(sha)).state, 'success');
  assert.equal((await clone.deploymentOf(sha)).state, 'success');

  await page.goto(`/catalog/default/component/${NAME}/compliance`);
  await page.getByRole('button', { name: 'Check now' }).click();
  const stages = page.getByRole('list', { name: 'Stages' });
  for (const stage of ['Source', 'Pipeline', 'Deployed']) {
    await stages
      .getByRole('listitem')
      .filter({ hasText: stage })
      .getByText(sha.slice(0, 7))
      .waitFor();
  }
  await page
    .getByText('Source, pipeline and deployed agree: all pass')
    .waitFor();
  await picture(page, 'all-stages');
  await page.goto(`/catalog/default/component/${NAME}`);
  await page.getByText('On the paved road').first().waitFor();
  await picture(page, 'channel');
  assert.deepEqual(problems, []);
});

test('a protection that is taken away by hand is seen and named', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await clone.removeProtection();
  await page.goto(`/catalog/default/component/${NAME}`);
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('Drifting').first().waitFor();
  await picture(page, 'drifting');
  assert.deepEqual(problems, []);
});

test('the platform team sees how far the paved road reaches', async () => {
  const { page, problems } = await signIn(browser, 'Priya Raman');
  await page.goto('/paved-road/adoption');
  await page.getByRole('link', { name: NAME }).first().waitFor();
  await picture(page, 'adoption');
  assert.deepEqual(problems, []);
});
