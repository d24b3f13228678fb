import { isDeepStrictEqual } from 'node:util';
import { Version } from '../catalog/model';
import { Template } from '../catalog/template';
import { isRecord } from './isRecord';
import { ParameterValue, ResourceChange } from './model';
import { holds } from './rules';

type Values = Record<string, string>;
type Resource = Template['Resources'][string];

interface Side {
  template: Template;
  values: Values;
}

const valuesOf = (parameters: ParameterValue[]): Values =>
  Object.fromEntries(parameters.map(({ key, value }) => [key, value]));

const conditionOf = ({ template }: Side, name: unknown): unknown =>
  isRecord(template.Conditions) && typeof name === 'string'
    ? template.Conditions[name]
    : undefined;

/** Puts the parameters' values in, as far as that can be done without CloudFormation. */
function resolve(node: unknown, side: Side): unknown {
  if (Array.isArray(node)) {
    return node.map(member => resolve(member, side));
  }
  if (!isRecord(node)) {
    return node;
  }
  const { values } = side;
  if (typeof node.Ref === 'string' && Object.hasOwn(values, node.Ref)) {
    return values[node.Ref];
  }
  const sub = node['Fn::Sub'];
  if (typeof sub === 'string') {
    return {
      'Fn::Sub': sub.replace(/\$\{(\w+)\}/g, (whole, name) =>
        Object.hasOwn(values, name) ? values[name] : whole,
      ),
    };
  }
  const choice = node['Fn::If'];
  if (Array.isArray(choice)) {
    const told = holds(conditionOf(side, choice[0]), values);
    if (told !== undefined) {
      return resolve(choice[told ? 1 : 2], side);
    }
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, resolve(value, side)]),
  );
}

/** The resources that there are: all but those whose condition is known not to hold. */
function resourcesOf(side: Side): Map<string, Resource> {
  return new Map(
    Object.entries(side.template.Resources)
      .filter(
        ([, { Condition }]) =>
          holds(conditionOf(side, Condition), side.values) !== false,
      )
      .map(([id, resource]) => [id, resolve(resource, side) as Resource]),
  );
}

const ATTRIBUTES: [string, string][] = [
  ['Metadata', 'METADATA'],
  ['CreationPolicy', 'CREATIONPOLICY'],
  ['UpdatePolicy', 'UPDATEPOLICY'],
  ['DeletionPolicy', 'DELETIONPOLICY'],
];

function changedProperties(before: Resource, after: Resource): string[] {
  const [old, next] = [before, after].map(({ Properties }) =>
    isRecord(Properties) ? Properties : {},
  );
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].filter(
    name => !isDeepStrictEqual(old[name], next[name]),
  );
}

function detailsOf(
  before: Resource,
  after: Resource,
  replaced: boolean,
): ResourceChange['Details'] {
  const recreation = replaced ? 'ALWAYS' : 'CONDITIONALLY';
  return [
    ...changedProperties(before, after).map(Name => ({
      Target:
        Name === 'Tags'
          ? { Attribute: 'TAGS', RequiresRecreation: 'NEVER' as const }
          : {
              Attribute: 'PROPERTIES',
              Name,
              RequiresRecreation: recreation as 'ALWAYS' | 'CONDITIONALLY',
            },
      Evaluation: 'STATIC' as const,
    })),
    ...ATTRIBUTES.filter(
      ([member]) => !isDeepStrictEqual(before[member], after[member]),
    ).map(([, Attribute]) => ({
      Target: { Attribute, RequiresRecreation: 'NEVER' as const },
      Evaluation: 'STATIC' as const,
    })),
  ];
}

function modification(
  id: string,
  before: Resource,
  after: Resource,
  replaced: boolean,
): ResourceChange[] {
  const details = detailsOf(before, after, replaced);
  if (!details.length) {
    return [];
  }
  const mayReplace = details.some(
    ({ Target }) => Target.Attribute === 'PROPERTIES',
  );
  const otherwise = mayReplace ? 'CONDITIONAL' : 'FALSE';
  return [
    {
      Action: 'MODIFY',
      LogicalResourceId: id,
      PhysicalResourceId: `sandbox-${id}`,
      ResourceType: after.Type,
      Replacement: replaced ? 'TRUE' : otherwise,
      Scope: [...new Set(details.map(({ Target }) => Target.Attribute))],
      Details: details,
    },
  ];
}

const whole = (
  Action: 'ADD' | 'REMOVE',
  id: string,
  { Type }: Resource,
): ResourceChange => ({
  Action,
  LogicalResourceId: id,
  PhysicalResourceId: Action === 'REMOVE' ? `sandbox-${id}` : undefined,
  ResourceType: Type,
  Scope: [],
  Details: [],
});

interface Launched {
  version: Pick<Version, 'id' | 'template' | 'replaces'>;
  parameters: ParameterValue[];
}

/**
 * What a launch would change, told from the two templates alone. Which property
 * replaces its resource is CloudFormation's knowledge: where the product doesn't
 * say so, it is CONDITIONAL.
 */
export function resourceChanges(
  before: Launched | undefined,
  after: Launched,
): ResourceChange[] {
  const sideOf = ({ version, parameters }: Launched): Side => ({
    template: version.template,
    values: valuesOf(parameters),
  });
  const old: Map<string, Resource> = before
    ? resourcesOf(sideOf(before))
    : new Map();
  const next = resourcesOf(sideOf(after));
  const isSame = (id: string) => old.get(id)?.Type === next.get(id)?.Type;
  return [
    ...[...next].flatMap(([id, resource]) => {
      const was = old.get(id);
      return was && isSame(id)
        ? modification(
            id,
            was,
            resource,
            before?.version.id !== after.version.id &&
              after.version.replaces.includes(id),
          )
        : [whole('ADD', id, resource)];
    }),
    ...[...old]
      .filter(([id]) => !isSame(id))
      .map(([id, resource]) => whole('REMOVE', id, resource)),
  ];
}
