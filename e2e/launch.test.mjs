import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, picture, signIn } from './support/portal.mjs';
import {
  hurryAws,
  openLaunch,
  press,
  scrollTo,
  waitForStatus,
} from './support/products.mjs';

let browser;
before(async () => {
  await hurryAws();
  browser = await openBrowser();
});
after(() => browser.close());

test('a developer launches a product for a service, acts on it, and ends it', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openLaunch(page, 'Message queue', 'Payments API');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('orders');
  await page.getByLabel('CostCentre').selectOption('4200');
  const rules = page.getByRole('group', { name: 'What the rules say' });
  await rules.getByText('Passes').waitFor();
  await page.getByRole('cell', { name: /AWS::KMS::Key/ }).waitFor();
  await picture(page, 'launch');
  await press(page, 'Launch');
  await waitForStatus(page, 'Under change');
  await waitForStatus(page, 'Available');
  await page.getByText('https://sandbox.invalid/sqs/').waitFor();
  await picture(page, 'provisioned');

  const action = page
    .getByRole('listitem')
    .filter({ hasText: 'PurgeQueue' })
    .last();
  await action.getByRole('button', { name: 'Run PurgeQueue' }).click();
  await action.getByRole('button', { name: 'Yes, run it' }).click();
  await page.getByText('PurgeQueueInProgress').first().waitFor();

  await page.goto('/catalog/default/component/payments-api/resources');
  const link = page.getByRole('link', { name: 'payments-api-message-queue' });
  await link.waitFor();
  await link.click();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page
    .getByRole('textbox', { name: /name/i })
    .fill('payments-api-message-queue');
  await press(page, 'End');
  await waitForStatus(page, 'Ended');
  assert.deepEqual(problems, []);
});

test('an update that fails leaves a failure that nobody overlooks', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openLaunch(page, 'Key-value table', 'Ledger');
  await page.getByRole('radio', { name: /v1.0/ }).check();
  await page.getByRole('textbox', { name: 'TableName' }).fill('orders');
  await page.getByRole('textbox', { name: 'Owner' }).fill('payments');
  await page.getByLabel('DataClass').selectOption('internal');
  await press(page, 'Launch');
  await waitForStatus(page, 'Available');

  await page.getByRole('button', { name: 'Update to v2.0' }).click();
  await page.getByText('what it keeps is lost').waitFor();
  await scrollTo(page, 'Before the update');
  await picture(page, 'update');
  await press(page, 'Update');
  await waitForStatus(page, 'Failed update');
  await page.getByText('cannot update a stack').first().waitFor();
  await picture(page, 'tainted');

  await page.goto('/catalog/default/component/ledger');
  await page.getByText('1 failed update').waitFor();
  assert.deepEqual(problems, []);
});

test('a rule that blocks stops a launch, and says how to comply', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openLaunch(page, 'PostgreSQL database', 'Payments API');
  await page.getByRole('textbox', { name: 'DatabaseName' }).fill('ledger');
  await page.getByLabel('Password').fill('correct-horse-battery');
  await page
    .getByRole('textbox', { name: 'Subnets' })
    .fill('subnet-1,subnet-2');
  await page.getByLabel('DataClass').selectOption('internal');
  const rules = page.getByRole('group', { name: 'What the rules say' });
  await rules.getByText('A database has no address on the internet').waitFor();
  await rules.getByText('Set PubliclyAccessible to false').first().waitFor();
  assert.ok(
    await page
      .getByRole('button', { name: 'Launch', exact: true })
      .isDisabled(),
  );
  await scrollTo(page, 'Before the launch');
  await picture(page, 'blocked');
  assert.ok(!page.url().includes('correct-horse-battery'));
  assert.deepEqual(problems, []);
});

test('a launch that fails shows what AWS said', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await openLaunch(page, 'Customer website', 'Payments API');
  await press(page, 'Launch');
  await waitForStatus(page, 'Failed');
  await page.getByText('meridian-website already exists').first().waitFor();
  assert.deepEqual(problems, []);
});

test('a template launches a product for a service', async () => {
  const { page, problems } = await signIn(browser, 'Mia Kowalski');
  await page.goto('/create/templates/default/storage-bucket');
  await page.getByLabel('Service').click();
  await page.getByRole('option', { name: /Settlement Batch/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('settlement-files');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Product' }).click();
  await page.getByRole('option', { name: /production/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('settlement');
  await page.getByRole('textbox', { name: 'Team' }).fill('payments');
  for (const tag of ['CostCentre', 'DataClass']) {
    await page.getByLabel(tag).selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Finished step Launch the bucket').waitFor();
  await page.getByText('AWS says SUCCEEDED').waitFor();
  await page.getByRole('link', { name: 'The bucket', exact: true }).click();
  await waitForStatus(page, 'Available');
  assert.deepEqual(problems, []);
});

test('an auditor sees what was launched, and changes nothing', async () => {
  const { page, problems } = await signIn(browser, 'Tomas Reyes');
  await page.goto('/paved-road/provisioned');
  const table = page.getByRole('table', { name: 'Provisioned products' });
  await table.getByText('Failed update').waitFor();
  await picture(page, 'provisioned-list');
  await table.getByRole('link', { name: 'ledger-key-value-table' }).click();
  await waitForStatus(page, 'Failed update');
  for (const name of ['Update', 'End']) {
    const button = page.getByRole('button', { name, exact: true });
    assert.ok((await button.count()) === 0 || (await button.isDisabled()));
  }
  assert.deepEqual(problems, []);
});
