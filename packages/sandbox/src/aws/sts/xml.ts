const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escape = (text: string) =>
  text.replace(/[&<>"']/g, character => ENTITIES[character]);

export interface Element {
  [name: string]: string | number | Element;
}

function elements(content: Element): string {
  return Object.entries(content)
    .map(([name, value]) => {
      const inner =
        typeof value === 'object' ? elements(value) : escape(String(value));
      return `<${name}>${inner}</${name}>`;
    })
    .join('');
}

/** An answer of the AWS Query protocol. */
export function xml(name: string, content: Element): string {
  return `<${name} xmlns="${NAMESPACE}">${elements(content)}</${name}>`;
}
