const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser would make a line break of it.
  '\r': '&#xD;',
};

const escape = (text: string) =>
  text.replace(/[&<>"'\r]/g, character => ENTITIES[character]);

type Content = string | number | boolean | undefined | Element | Content[];

export interface Element {
  [name: string]: Content;
}

function element(name: string, content: Content): string {
  return content === undefined ? '' : `<${name}>${write(content)}</${name}>`;
}

function write(content: Content): string {
  if (Array.isArray(content)) {
    return content.map(member => element('member', member)).join('');
  }
  return typeof content === 'object'
    ? Object.entries(content)
        .map(([name, value]) => element(name, value))
        .join('')
    : escape(String(content));
}

/** An answer of the AWS Query protocol. */
export function xml(name: string, namespace: string, content: Element): string {
  return `<${name} xmlns="${namespace}">${write(content)}</${name}>`;
}
