export interface Element {
  name: string;
  attributes: Map<string, string>;
  /** Up to the next tag. */
  text: string;
}

const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);

const TAG =
  /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*>([^<]*)/gi;

/** The elements of a page that quotes its attributes, as this site's do. */
export function elementsIn(html: string): Element[] {
  return tagsIn(html)
    .filter(({ isEnd }) => !isEnd)
    .map(({ name, attributes, text }) => ({ name, attributes, text }));
}

/** What is opened and not closed, closed and not opened, or can't be read. */
export function unclosedIn(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const { name, isEnd } of tagsIn(html)) {
    if (VOID.has(name)) {
      continue;
    }
    if (!isEnd) {
      open.push(name);
    } else if (open.pop() !== name) {
      wrong.push(`</${name}>`);
    }
  }
  const unread =
    withoutComments(html)
      .replace(TAG, '')
      .match(/<[^>]*>?/g) ?? [];
  return [
    ...wrong,
    ...open.map(name => `<${name}>`),
    ...unread.filter(tag => !/^<!doctype html>$/i.test(tag)),
  ];
}

function tagsIn(html: string) {
  return [...withoutComments(html).matchAll(TAG)].map(match => {
    const [, slash, name = '', attributes = '', text = ''] = match;
    return {
      isEnd: slash === '/',
      name: name.toLowerCase(),
      attributes: new Map(
        [...attributes.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)].map(
          ([, attribute = '', value = '']) => [attribute.toLowerCase(), value],
        ),
      ),
      text,
    };
  });
}

const withoutComments = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '');
