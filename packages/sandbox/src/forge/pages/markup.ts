/** HTML that is known to be safe: written here, or escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Content = Markup | string | number | undefined | false | Content[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(content: Content): string {
  if (Array.isArray(content)) {
    return content.map(render).join('');
  }
  if (content instanceof Markup) {
    return content.text;
  }
  if (content === undefined || content === false) {
    return '';
  }
  return String(content).replace(/[&<>"']/g, sign => ESCAPES[sign]);
}

/** Template for HTML: everything put in is escaped unless it is {@link Markup}. */
export function markup(
  strings: TemplateStringsArray,
  ...contents: Content[]
): Markup {
  return new Markup(
    strings.reduce(
      (text, string, index) => text + render(contents[index - 1]) + string,
    ),
  );
}
