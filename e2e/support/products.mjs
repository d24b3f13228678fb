const aws = `http://localhost:${process.env.PAVED_ROAD_AWS_PORT}`;

/** Lets the sandbox AWS take its time, but not long. */
export async function hurryAws() {
  const answer = await fetch(`${aws}/_sandbox/timing`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      startsAfterMs: 500,
      endsAfterMs: 3_000,
      planAfterMs: 500,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The sandbox AWS answers ${answer.status}`);
  }
}

/** Opens the form to launch a product of the development account for a component. */
export async function openLaunch(page, product, component) {
  await page.goto('/paved-road/products');
  await page
    .getByRole('table', { name: 'Products' })
    .getByRole('row')
    .filter({ hasText: product })
    .filter({ hasText: 'development' })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: /^Launch/ }).click();
  await page.getByRole('heading', { name: `Launch ${product}` }).waitFor();
  await page.getByRole('textbox', { name: 'Component' }).click();
  await page.getByRole('option', { name: component }).click();
}

/** Waits until what is sent to AWS can be, and sends it. */
export async function press(page, name) {
  // A disabled button is waited for.
  await page.getByRole('button', { name, exact: true }).last().click();
}

/** Waits for a status on the page of a provisioned product. */
export async function waitForStatus(page, status) {
  await page
    .getByRole('article')
    .getByText(status, { exact: true })
    .first()
    .waitFor();
}

/** Brings a part of the page to its top. */
export async function scrollTo(page, heading) {
  await page
    .getByRole('heading', { name: heading })
    .evaluate(element => element.scrollIntoView());
}
