import { CORE_SCHEMA, load, Type } from 'js-yaml';

type Kind = 'scalar' | 'sequence' | 'mapping';
const KINDS: Kind[] = ['scalar', 'sequence', 'mapping'];

const FUNCTIONS = [
  ...['And', 'Base64', 'Cidr', 'Contains', 'EachMemberIn', 'EachMemberEquals'],
  ...['Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join'],
  ...['Length', 'Not', 'Or', 'RefAll', 'Select', 'Split', 'Sub'],
  ...['ToJsonString', 'Transform', 'ValueOf', 'ValueOfAll'],
];

/** `A.B.C` as the two parts that it has; a text without a dot stays. */
export function splitAttribute(text: string): string | [string, string] {
  const dot = text.indexOf('.');
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}

function construct(name: string, value: unknown) {
  if (name === 'Ref' || name === 'Condition') {
    return { [name]: value };
  }
  if (name === 'GetAtt' && typeof value === 'string') {
    return { 'Fn::GetAtt': splitAttribute(value) };
  }
  return { [`Fn::${name}`]: value };
}

const schema = CORE_SCHEMA.extend(
  ['Ref', 'Condition', ...FUNCTIONS].flatMap(name =>
    KINDS.map(
      kind =>
        new Type(`!${name}`, {
          kind,
          construct: value => construct(name, value),
        }),
    ),
  ),
);

/**
 * Reads a CloudFormation template in YAML or JSON, its short forms written out;
 * dates stay as they are written. Takes what it is given: texts of strangers go
 * through `readDocument` first.
 *
 * @throws YAMLException for what is not YAML.
 *
 * @public
 */
export function readCloudFormation(text: string): unknown {
  return load(text, { schema, json: true });
}
