/** Answers the questions of the Lambda API as a developer would, and creates it. */
export async function createLambdaApi(page, name) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page
    .getByRole('textbox', { name: 'What it does' })
    .fill('Keeps orders of tea');
  await choose(page, 'Team', 'Payments');
  await choose(page, 'System', 'Payment Processing');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await page.getByRole('radio', { name: /AWS role/ }).waitFor();
  await next.click();
  await page.getByRole('radio', { name: /as the platform sets/ }).waitFor();
  await next.click();
  await page.getByRole('textbox', { name: 'Repository' }).fill(name);
  // The field takes what was typed when it is left.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

async function choose(page, label, option) {
  await page.getByLabel(label).click();
  await page.getByRole('option', { name: option }).first().click();
}
