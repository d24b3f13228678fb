import { isRecord } from '../../documents/isRecord';
import {
  calculate,
  dynamicReference,
  isDynamic,
  kept,
  known,
  Resolved,
  textOf,
} from '../resolved';
import { Intrinsic, Scope } from '../Scope';
import { malformed } from './malformed';
import { parseSub, Piece, writeSub } from './parseSub';

export const sub: Intrinsic = (argument, scope) => {
  const [template, variables, ...others] = Array.isArray(argument)
    ? argument
    : [argument, {}];
  if (
    typeof template !== 'string' ||
    !isRecord(variables) ||
    others.length > 0
  ) {
    return malformed('Fn::Sub', argument);
  }
  const pieces = parseSub(template);
  const names = new Set(
    pieces.flatMap(piece => ('name' in piece ? [piece.name] : [])),
  );
  const parts = new Map(
    [...names].map(name => [name, resolveName(name, variables, scope)]),
  );
  const rebuilt = rebuild(pieces, parts, variables, scope);
  const result = calculate([...parts.values()], rebuilt.placed, () => {
    const texts = pieces.map(piece => textOfPiece(piece, parts));
    scope.budget.spend(texts.reduce((sum, text) => sum + text.length, 0));
    return known(texts.join(''));
  });
  return rebuilt.isDynamic && result.kind === 'kept'
    ? {
        ...result,
        problems: [...new Set([...result.problems, dynamicReference])],
      }
    : result;
};

function resolveName(
  name: string,
  variables: Record<string, unknown>,
  scope: Scope,
): Resolved {
  if (Object.hasOwn(variables, name)) {
    return textOnly(name, scope.resolve(variables[name]));
  }
  const dot = name.indexOf('.');
  return dot < 0
    ? textOnly(name, scope.reference(name))
    : scope.attribute(name.slice(0, dot), undefined);
}

function textOnly(name: string, part: Resolved): Resolved {
  const isText = part.kind === 'known' && textOf(part.value) !== undefined;
  return isText || part.kind === 'kept'
    ? part
    : kept(part.placed, `Fn::Sub takes texts only, and ${name} is none`);
}

/** Undefined for what is not to be put in. */
function openTextOf(part: Resolved | undefined): string | undefined {
  return part?.kind === 'known' && !part.secret
    ? textOf(part.value)
    : undefined;
}

function textOfPiece(piece: Piece, parts: Map<string, Resolved>): string {
  if ('text' in piece) {
    return piece.text;
  }
  const part = parts.get(piece.name);
  return part?.kind === 'known' ? String(part.value) : '';
}

/** The function with the texts put in that are known and no secret. */
function rebuild(
  pieces: Piece[],
  parts: Map<string, Resolved>,
  variables: Record<string, unknown>,
  scope: Scope,
) {
  const left = pieces.map((piece): Piece => {
    const text =
      'text' in piece ? piece.text : openTextOf(parts.get(piece.name));
    scope.budget.spend(text?.length ?? 0);
    return text === undefined ? piece : { text };
  });
  const text = writeSub(left);
  const leftVariables = [...parts].flatMap(([name, part]) =>
    Object.hasOwn(variables, name) && openTextOf(part) === undefined
      ? [[name, part.placed] as const]
      : [],
  );
  return {
    isDynamic: isDynamic(text),
    placed: {
      'Fn::Sub':
        leftVariables.length > 0
          ? [text, Object.fromEntries(leftVariables)]
          : text,
    },
  };
}
