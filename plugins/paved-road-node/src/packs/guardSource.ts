/** A named rule's declaration in a Guard source. */
export interface RuleDeclaration {
  name: string;
  /** 1-based. */
  line: number;
}

const token =
  /#[^\n]*|<<[\s\S]*?>>|"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\/(?:\\\/|[^/\n])*\/|\brule\s+([A-Za-z_][A-Za-z0-9_]*)\s*(\()?/g;

/**
 * The named rules that a Guard source declares, in their order and with
 * repetitions, without the parameterised ones.
 */
export function findRuleDeclarations(text: string): RuleDeclaration[] {
  const declarations: RuleDeclaration[] = [];
  for (const match of text.matchAll(token)) {
    const [, name, parameters] = match;
    if (name && !parameters) {
      const line = text.slice(0, match.index).split('\n').length;
      declarations.push({ name, line });
    }
  }
  return declarations;
}
