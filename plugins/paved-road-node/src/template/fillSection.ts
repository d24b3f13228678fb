import { isRecord } from '../documents/isRecord';
import { Conditions } from './conditions/Conditions';
import { Filler } from './Filler';
import { conditionProblem } from './functions/choose';
import { isMacro } from './functions/intrinsics';

/** A section whose things may have conditions: the resources, the outputs. */
export interface ConditionalSection {
  /** As `/Resources`. */
  path: string;
  things: Record<string, unknown>;
  fillerOf(name: string): Filler;
}

/** Puts values into the things; those whose condition does not hold leave. */
export function fillSection(
  { path, things, fillerOf }: ConditionalSection,
  conditions: Conditions,
): Record<string, unknown> {
  const isThere = (name: unknown) =>
    typeof name !== 'string' ||
    !Object.hasOwn(things, name) ||
    !conditions.isLeftOut(things[name]);
  return Object.fromEntries(
    Object.entries(things)
      .filter(([name]) => isThere(name))
      .map(([name, thing]) => {
        const filler = fillerOf(name);
        if (isMacro(name) || !isRecord(thing)) {
          return [name, filler.fillMember(name, thing, path)];
        }
        const told = conditions.of(thing);
        const { Condition, ...unconditional } = thing;
        if (told && 'why' in told) {
          filler.tell(
            `${path}/${name}/Condition`,
            conditionProblem(Condition, told.why),
          );
        }
        const rest = told && 'why' in told ? thing : unconditional;
        const filled = withoutWaiting(rest, isThere);
        return [name, filler.fillMap(filled, `${path}/${name}`)];
      }),
  );
}

/** A thing that does not wait for what isn't there. */
function withoutWaiting(
  thing: Record<string, unknown>,
  isThere: (name: unknown) => boolean,
): Record<string, unknown> {
  if (!Object.hasOwn(thing, 'DependsOn')) {
    return thing;
  }
  const { DependsOn, ...rest } = thing;
  const left = [DependsOn].flat().filter(isThere);
  return left.length > 0
    ? { ...thing, DependsOn: Array.isArray(DependsOn) ? left : DependsOn }
    : rest;
}
