import { Refusal } from '../Refusal.mjs';

const OPENS = new Set(['(', '[', '{', 'string', 'insert']);
const CLOSES = new Set([')', ']', '}', 'string-end', 'insert-end']);
const kindOf = ({ type, value }) => (type === 'sign' ? value : type);

/**
 * The blocks of a file, by its tokens: each has a type, labels, attributes with
 * the tokens of their values, and blocks of its own.
 */
export function blocksOf(tokens, file) {
  let index = 0;
  const kind = (ahead = 0) =>
    tokens[index + ahead] && kindOf(tokens[index + ahead]);

  function refuse() {
    const { line } = tokens[Math.min(index, tokens.length - 1)] ?? { line: 1 };
    throw new Refusal(
      `${file}:${line} can't be read as blocks and attributes of Terraform`,
      1,
    );
  }

  function value(within) {
    const found = [];
    let depth = 0;
    for (; index < tokens.length; index += 1) {
      const here = kind();
      if (depth === 0 && (here === 'newline' || (within && here === '}'))) {
        break;
      }
      depth += OPENS.has(here) ? 1 : 0;
      depth -= CLOSES.has(here) ? 1 : 0;
      if (depth < 0) {
        refuse();
      }
      found.push(tokens[index]);
    }
    if (depth > 0 || found.length === 0) {
      refuse();
    }
    return found;
  }

  function label() {
    const named = kind() === 'name';
    const { type, value: text } = tokens[index + (named ? 0 : 1)] ?? {};
    if (
      (named ? type !== 'name' : type !== 'text') ||
      (!named && (kind() !== 'string' || kind(2) !== 'string-end')) ||
      !/^[A-Za-z0-9_.:/-]+$/.test(text)
    ) {
      refuse();
    }
    index += named ? 1 : 3;
    return text;
  }

  function body(within) {
    const found = { attributes: new Map(), blocks: [] };
    for (;;) {
      while (kind() === 'newline') {
        index += 1;
      }
      if (index >= tokens.length) {
        return within ? refuse() : found;
      }
      if (within && kind() === '}') {
        index += 1;
        return found;
      }
      if (kind() !== 'name') {
        refuse();
      }
      const { value: name, line } = tokens[index];
      index += 1;
      if (kind() === '=') {
        index += 1;
        found.attributes.set(name, { line, tokens: value(within) });
        continue;
      }
      const labels = [];
      while (kind() !== '{') {
        labels.push(label());
      }
      index += 1;
      found.blocks.push({ type: name, labels, line, ...body(true) });
      if (index < tokens.length && kind() !== 'newline' && kind() !== '}') {
        refuse();
      }
    }
  }

  const whole = body(false);
  for (const { line } of whole.attributes.values()) {
    throw new Refusal(`${file}:${line} is in no block`, 1);
  }
  return whole.blocks;
}
