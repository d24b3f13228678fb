/** A piece of the text of `Fn::Sub`: text, or a name in `${…}`. */
export type Piece = { text: string } | { name: string };

const placeholder = /\$\{([^{}]*)\}/g;

export function parseSub(template: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, index } of template.matchAll(placeholder)) {
    pieces.push({ text: template.slice(end, index) });
    pieces.push(
      name.startsWith('!') ? { text: `\${${name.slice(1)}}` } : { name },
    );
    end = index + whole.length;
  }
  pieces.push({ text: template.slice(end) });
  return pieces;
}

/** The text again, with nothing in it taken for a name that is none. */
export function writeSub(pieces: Piece[]): string {
  const written: string[] = [];
  let literal = '';
  for (const piece of pieces) {
    if ('text' in piece) {
      literal += piece.text;
    } else {
      written.push(escape(literal), `\${${piece.name}}`);
      literal = '';
    }
  }
  return [...written, escape(literal)].join('');
}

function escape(literal: string): string {
  return literal.replaceAll('${', '${!');
}
