/** What only Terraform, its provider or AWS knows. */
export const UNKNOWN = Symbol('known after apply');

/** Gives the value of `var.name`, `local.name` and the like, else `UNKNOWN`. */
export type Resolve = (reference: string) => unknown;

const REFERENCE = /^[a-z_][\w]*(\.[\w-]+)+$/;
const WHOLE = /^\$\{([^{}]*)\}$/;
const PART = /\$\{([^{}]*)\}/g;

function resolveReference(expression: string, resolve: Resolve): unknown {
  // Calls of functions, conditions and the like are Terraform's to evaluate.
  return REFERENCE.test(expression) ? resolve(expression) : UNKNOWN;
}

function evaluateText(text: string, resolve: Resolve): unknown {
  const whole = WHOLE.exec(text);
  if (whole) {
    return resolveReference(whole[1], resolve);
  }
  const parts = [...text.matchAll(PART)].map(([, expression]) =>
    resolveReference(expression, resolve),
  );
  if (
    parts.some(part => typeof part !== 'string') ||
    text.replace(PART, '').includes('${')
  ) {
    return text.includes('${') ? UNKNOWN : text;
  }
  return text.replace(PART, () => String(parts.shift()));
}

/**
 * The value of what is written in HCL, with what it refers to. What is unknown in a
 * block is left out of it; a list or a map with anything unknown is unknown.
 */
export function evaluate(value: unknown, resolve: Resolve): unknown {
  if (typeof value === 'string') {
    return evaluateText(value, resolve);
  }
  if (Array.isArray(value)) {
    const items = value.map(item => evaluate(item, resolve));
    return items.includes(UNKNOWN) ? UNKNOWN : items;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, item]) => [name, evaluate(item, resolve)] as const)
        .filter(([, item]) => item !== UNKNOWN),
    );
  }
  return value;
}
