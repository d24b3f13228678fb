import assert from 'node:assert/strict';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { buildSite } from '../builder/buildSite.js';
import { unclosedIn } from './html.js';

describe('the build', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'site-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function build(files: Record<string, string>) {
    const given = {
      'layout.html':
        '<title><!-- title --></title><link href="assets/a.css"><!-- content -->',
      'assets/a.css': 'a {}',
      'pages/index.html': '<h1>Tea &amp; $& more</h1>',
      ...files,
    };
    for (const [path, content] of Object.entries(given)) {
      await mkdir(dirname(join(directory, 'site', path)), { recursive: true });
      await writeFile(join(directory, 'site', path), content);
    }
    const to = join(directory, 'built');
    await buildSite(join(directory, 'site'), to);
    return {
      files: (await readdir(to, { recursive: true })).sort(),
      page: await readFile(join(to, 'index.html'), 'utf8'),
    };
  }

  it('puts a page into the layout, with its heading as its title', async () => {
    const { page } = await build({});
    assert.match(
      page,
      /^<title>Tea &amp; \$& more<\/title>.*<h1>Tea &amp; \$& more<\/h1>$/,
    );
  });

  it('gives an asset another name when it is another one', async () => {
    const one = await build({});
    const two = await build({ 'assets/a.css': 'a { color: red }' });
    assert.notDeepEqual(one.files, two.files);
    for (const { files, page } of [one, two]) {
      const asset = files.find(file => file.endsWith('.css'));
      assert.match(String(asset), /^assets\/a\.[0-9a-f]{12}\.css$/);
      assert.ok(page.includes(`href="${asset}"`));
    }
    assert.equal(two.files.filter(file => file.endsWith('.css')).length, 1);
  });

  it('fails for a page without a heading, and an asset that is not there', async () => {
    await assert.rejects(
      build({ 'pages/index.html': '<p>' }),
      /index.html has no <h1>/,
    );
    await assert.rejects(
      build({ 'pages/index.html': '<h1>a</h1><img src="assets/b.png">' }),
      /index.html names assets\/b.png, which is not there/,
    );
  });
});

describe('what the tests call whole HTML', () => {
  const broken: [string, string[]][] = [
    ['<p><b>a</p></b>', ['</p>', '</b>']],
    ['<p>a', ['<p>']],
    ['<img src=a>', ['<img src=a>']],
    ['a < b', ['< b']],
    ['<!-- <p> --><br><p class="a">b</p>', []],
  ];
  for (const [html, wrong] of broken) {
    it(`is ${wrong.length ? 'not ' : ''}${html}`, () => {
      assert.deepEqual(unclosedIn(html), wrong);
    });
  }
});
