import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { elementsIn, unclosedIn } from './html.js';

const directory = 'dist/site';
const files = readdirSync(directory, { recursive: true }).map(String);
const pages = files
  .filter(file => file.endsWith('.html'))
  .map(file => {
    const html = readFileSync(join(directory, file), 'utf8');
    return { file, html, elements: elementsIn(html) };
  });

const infra = readFileSync('infra/template.yaml', 'utf8');
const policy = new Map(
  (/ContentSecurityPolicy: "([^"]+)"/.exec(infra)?.[1] ?? '')
    .split(';')
    .map(directive => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources] as const;
    }),
);

/** The directive that an address falls under, where a page makes a browser load it. */
const loaded: Record<string, [string, string]> = {
  iframe: ['src', 'frame-src'],
  img: ['src', 'img-src'],
  link: ['href', 'style-src'],
  script: ['src', 'script-src'],
};

describe('the site', () => {
  it('has a beginning, and a page for what is not there', () => {
    assert.ok(files.includes('index.html') && files.includes('404.html'));
  });

  it('has a policy that allows nothing by default', () => {
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
  });

  for (const { file, html, elements } of pages) {
    describe(file, () => {
      it('is whole HTML', () => {
        assert.match(html, /^<!doctype html>\n<html lang="[a-z]/);
        assert.deepEqual(unclosedIn(html), []);
        for (const name of ['title', 'h1', 'main']) {
          const found = elements.filter(element => element.name === name);
          assert.equal(found.length, 1, `one <${name}>`);
        }
        assert.doesNotMatch(html, /<title>\s*<|<!-- (title|content) -->/);
      });

      it('has words for its pictures, and no id twice', () => {
        for (const { name, attributes } of elements) {
          assert.ok(
            name !== 'img' || attributes.has('alt'),
            'an img without alt',
          );
        }
        const ids = elements.flatMap(
          ({ attributes }) => attributes.get('id') ?? [],
        );
        assert.equal(new Set(ids).size, ids.length);
      });

      it('leads nowhere that is not there', () => {
        for (const { attributes } of elements) {
          for (const attribute of ['href', 'src']) {
            const address = attributes.get(attribute);
            if (address !== undefined && !/^(https|mailto):/.test(address)) {
              const [path = '', id] = address.split('#');
              assert.ok(
                path === '' || files.includes(path),
                `${address}: no such file`,
              );
              const target = pages.find(page => page.file === (path || file));
              assert.ok(
                !id ||
                  target?.elements.some(
                    element => element.attributes.get('id') === id,
                  ),
                `${address}: no such place`,
              );
            }
          }
        }
      });

      it('holds the policy that browsers are told', () => {
        for (const { name, attributes, text } of elements) {
          assert.notEqual(name, 'style', 'styles stand in a file');
          assert.notEqual(name, 'base', 'no <base>');
          assert.ok(
            name !== 'script' || !text.trim(),
            'scripts stand in a file',
          );
          for (const attribute of attributes.keys()) {
            assert.doesNotMatch(attribute, /^(on\w+|style)$/);
          }
          const [attribute, directive] = loaded[name] ?? [];
          const address = attribute && attributes.get(attribute);
          if (directive && address) {
            const is = /\bicon\b/.test(attributes.get('rel') ?? '')
              ? 'img-src'
              : directive;
            const sources = policy.get(is) ?? policy.get('default-src') ?? [];
            assert.ok(
              !/^([a-z]+:|\/\/)/i.test(address) && sources.includes("'self'"),
              `${is} doesn't allow ${address}`,
            );
          }
        }
      });
    });
  }
});
