import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, picture, signIn } from './support/portal.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('a developer finds a product, and what it asks for', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await page.goto('/paved-road/products');
  const products = page.getByRole('table', { name: 'Products' });
  await products.waitFor();
  await page
    .getByRole('searchbox', { name: 'Words in the product' })
    .fill('bucket key');
  await products
    .getByRole('row')
    .filter({ hasText: 'Encrypted bucket' })
    .filter({ hasText: 'production' })
    .getByRole('link')
    .first()
    .click();
  await page
    .getByRole('heading', { name: 'Encrypted bucket', level: 2 })
    .waitFor();
  for (const name of ['What you get', 'Version', 'What it asks for']) {
    await page.getByRole('region', { name, exact: true }).waitFor();
  }
  await picture(page, 'product');
  assert.deepEqual(problems, []);
});
