import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  openBrowser,
  openCompliance,
  picture,
  signIn,
} from './support/portal.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('a developer finds what blocks their service, and why the rule exists', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openCompliance(page, 'Payments API');

  const fixFirst = page.getByRole('region', {
    name: /Fix first: \d+ rules? blocks?/,
  });
  await fixFirst.waitFor();
  await page.getByText('To be fixed by').waitFor();

  const result = fixFirst
    .getByRole('listitem')
    .filter({ hasText: 'infra/receipts.yaml' })
    .first();
  await result
    .getByRole('region', { name: /around line \d+/ })
    .first()
    .waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'service-compliance');

  const link = fixFirst
    .getByRole('heading', { level: 4 })
    .first()
    .getByRole('link');
  const title = await link.textContent();
  await link.click();
  await page.getByRole('heading', { name: title, level: 2 }).waitFor();
  for (const name of [
    'Why it exists',
    'How to comply',
    'How to change it',
    'Facts',
    'Clauses it serves',
  ]) {
    await page.getByRole('region', { name, exact: true }).waitFor();
  }
  await picture(page, 'rule');
  assert.deepEqual(problems, []);
});

test('somebody who may not see a service sees nothing of its findings', async () => {
  const { page } = await signIn(browser, 'Mia Kowalski');
  const answer = await page.goto(
    '/catalog/default/component/customer-vault/compliance',
  );
  assert.ok(answer.ok());
  await page
    .getByText(/not found/i)
    .first()
    .waitFor();
  assert.equal(await page.getByText('infra/vault.yaml').count(), 0);
});
