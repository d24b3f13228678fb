import { kept, later, Resolved } from '../resolved';
import { Intrinsic, Scope } from '../Scope';
import { choose } from './choose';
import { findInMap } from './findInMap';
import { join } from './join';
import { getAtt, ref } from './ref';
import { select } from './select';
import { split } from './split';
import { sub } from './sub';

const computed = new Map<string, Intrinsic>([
  ['Ref', ref],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAtt', getAtt],
  ['Fn::If', choose],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
]);

const unknowable = new Map([
  [
    'Fn::GetAZs',
    'Fn::GetAZs asks for availability zones, which are known only at launch',
  ],
  [
    'Fn::ImportValue',
    'Fn::ImportValue takes a value of another stack, which is known only at launch',
  ],
  ['Fn::Transform', 'Fn::Transform has a macro write this part at launch'],
]);

const LOOP = 'Fn::ForEach';

/** Keys that write more than a value, and so may have others beside them. */
export function isMacro(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith(LOOP);
}

export function isIntrinsic(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}

/** What any function of a template comes to. */
export function applyIntrinsic(
  name: string,
  argument: unknown,
  scope: Scope,
): Resolved {
  if (name.startsWith(LOOP)) {
    return kept(
      { [name]: argument },
      'Fn::ForEach writes this part only at launch',
    );
  }
  return (
    computed.get(name)?.(argument, scope) ??
    keepWithParts(name, scope.resolve(argument))
  );
}

/** A function that is not calculated, with its known parts put in. */
function keepWithParts(name: string, { placed, problems }: Resolved): Resolved {
  const rebuilt = { [name]: placed };
  if (name === 'Fn::Base64') {
    return { ...later(rebuilt, 'Fn::Base64 is not calculated'), problems };
  }
  const problem =
    unknowable.get(name) ?? `${name} is calculated only at launch`;
  return {
    ...kept(rebuilt, problem),
    problems: [...new Set([problem, ...problems])],
  };
}
