import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const address = process.env.E2E_ADDRESS;
const pictures = process.env.E2E_PICTURES;

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for one test file; close it in `after`. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.E2E_BROWSER,
    args: ARGUMENTS,
  });
}

/** A fresh page in which a person of the example company is signed in. */
export async function signIn(browser, name) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1360, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems = [];
  page.on('pageerror', error => problems.push(String(error)));
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('link', { name: 'Paved Road, home' }).waitFor();
  return { page, problems };
}

/** Opens a service's Compliance tab from the overview, as its owner would. */
export async function openCompliance(page, title) {
  await page.goto('/catalog');
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.getByRole('link', { name: 'Compliance', exact: true }).click();
}

/** Keeps a picture of what is on screen. */
export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
