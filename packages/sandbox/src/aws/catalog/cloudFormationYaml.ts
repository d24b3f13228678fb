import { CORE_SCHEMA, load, Type } from 'js-yaml';

type Kind = 'scalar' | 'sequence' | 'mapping';
const KINDS: Kind[] = ['scalar', 'sequence', 'mapping'];

const FUNCTIONS = [
  ...['And', 'Base64', 'Cidr', 'Contains', 'EachMemberIn', 'EachMemberEquals'],
  ...['Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join'],
  ...['Not', 'Or', 'RefAll', 'Select', 'Split', 'Sub', 'Transform'],
  ...['ValueOf', 'ValueOfAll'],
];

function construct(name: string, value: unknown) {
  if (name === 'Ref' || name === 'Condition') {
    return { [name]: value };
  }
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { 'Fn::GetAtt': [value.slice(0, dot), value.slice(dot + 1)] };
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

/** Reads a CloudFormation template, its short forms written out; dates stay as they are written. */
export function readCloudFormation(text: string): unknown {
  return load(text, { schema, json: true });
}
