import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, picture, signIn } from './support/portal.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('an auditor browses the rules by framework and reads one', async () => {
  const { page, problems } = await signIn(browser, 'Tomas Reyes');
  await page.goto('/paved-road/rules');
  const heading = page.getByRole('heading', { name: /^\d+ rules in force$/ });
  await heading.waitFor();
  const all = Number.parseInt(await heading.textContent(), 10);
  assert.ok(all >= 237 + 14, `${all} rules are in force`);

  const framework = page.getByRole('textbox', { name: 'Framework' });
  await framework.click();
  await page.getByRole('option', { name: /NIST/ }).first().click();
  await page.keyboard.press('Escape');
  const filtered = page.getByRole('heading', {
    name: new RegExp(`^\\d+ of ${all} rules$`),
  });
  await filtered.waitFor();
  assert.ok(Number.parseInt(await filtered.textContent(), 10) < all);
  assert.match(page.url(), /framework=/);
  await picture(page, 'rules');

  await page
    .getByRole('searchbox', { name: 'Words in the rule' })
    .fill('bucket policy');
  const rule = page
    .getByRole('table', { name: 'Rules' })
    .getByRole('link')
    .first();
  await rule.waitFor();
  await rule.click();
  await page.getByRole('region', { name: 'Why it exists' }).waitFor();
  assert.deepEqual(problems, []);
});
