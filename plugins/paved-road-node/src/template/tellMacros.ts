import { isRecord } from '../documents/isRecord';
import { isMacro } from './functions/intrinsics';
import { Problems } from './Problems';
import { Template } from './readTemplate';

/** Notes the macros that stand outside of resources and outputs. */
export function tellMacros(
  { root, sections }: Template,
  problems: Problems,
): void {
  if (Object.hasOwn(root, 'Transform')) {
    problems.add('/Transform', describeTransform(root.Transform));
  }
  const { Parameters, Mappings, Conditions } = sections;
  const places = Object.entries({ Parameters, Mappings, Conditions }).flatMap(
    ([name, section]) => Object.keys(section).map(key => ({ name, key })),
  );
  for (const { name, key } of places.filter(place => isMacro(place.key))) {
    problems.add(`/${name}/${key}`, `${key} writes this part only at launch`);
  }
  for (const key of Object.keys(root).filter(isMacro)) {
    problems.add(`/${key}`, `${key} writes this part only at launch`);
  }
}

function describeTransform(transform: unknown): string {
  const names = [transform]
    .flat()
    .map(macro => (isRecord(macro) ? macro.Name : macro))
    .filter(name => typeof name === 'string');
  return names.length === 1
    ? `The macro ${names[0]} changes the template at launch`
    : `Macros change the template at launch: ${names.join(', ')}`;
}
