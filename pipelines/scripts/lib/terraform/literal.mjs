/** The text of a value that is one plain string; undefined where it is anything else. */
export function literalOf(tokens) {
  const [begin, text, end, ...more] = tokens;
  return begin?.type === 'string' &&
    text?.type === 'text' &&
    end?.type === 'string-end' &&
    more.length === 0
    ? text.value
    : undefined;
}

const MODULE_PATH = ['string', 'insert', 'path', '.', 'module', 'insert-end'];

/**
 * What `"${path.module}/…"` says after the module's place, where it is all that
 * the tokens are from their beginning; undefined where they say anything else.
 */
export function modulePathOf(tokens) {
  const before = tokens
    .slice(0, MODULE_PATH.length)
    .map(({ type, value }) => value ?? type);
  const [text, end, after] = tokens.slice(MODULE_PATH.length);
  return before.join() === MODULE_PATH.join() &&
    text?.type === 'text' &&
    end?.type === 'string-end' &&
    [')', ','].includes(after?.value) &&
    /^\/[\w./-]+$/.test(text.value)
    ? text.value
    : undefined;
}
