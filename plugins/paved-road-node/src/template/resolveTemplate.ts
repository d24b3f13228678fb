import { Conditions } from './conditions/Conditions';
import { evaluateCondition } from './conditions/evaluateCondition';
import { orderConditions } from './conditions/orderConditions';
import { Filler } from './Filler';
import { fillSection } from './fillSection';
import { isMacro } from './functions/intrinsics';
import { Names } from './Names';
import { resolveParameters, withoutSecrets } from './parameters';
import { Problems } from './Problems';
import { readTemplate, Template } from './readTemplate';
import { Resolver } from './Resolver';
import { tellMacros } from './tellMacros';
import { ResolvedTemplate, TemplateValues } from './types';
import { writeTemplate } from './writeTemplate';

/**
 * Puts the chosen values into a CloudFormation template, since the policy
 * engine resolves neither references nor conditions, and says what can't be
 * known before the launch. A secret (`NoEcho`) is never put in.
 *
 * @throws InputError naming what is wrong with the template.
 *
 * @public
 */
export function resolveTemplate(
  text: string,
  values: TemplateValues,
): ResolvedTemplate {
  const template = readTemplate(text);
  const problems = new Problems();
  tellMacros(template, problems);
  const conditions = new Conditions();
  const resolver = createResolver(template, values, conditions);
  const definitions = new Map(
    Object.entries(template.sections.Conditions).filter(
      ([name]) => !isMacro(name),
    ),
  );
  for (const name of orderConditions(definitions)) {
    conditions.tell(name, evaluateCondition(definitions.get(name), resolver));
  }
  const content = writeTemplate(
    fillTemplate(template, resolver, problems, conditions),
  );
  return { content, unresolved: problems.list() };
}

function createResolver(
  { sections }: Template,
  { parameters, pseudo }: TemplateValues,
  conditions: Conditions,
): Resolver {
  const resources = new Map(Object.entries(sections.Resources));
  const names = new Names({
    parameters: resolveParameters(sections.Parameters, parameters),
    pseudo,
    resources: new Set(resources.keys()),
    isLeftOut: id => conditions.isLeftOut(resources.get(id)),
  });
  return new Resolver({ names, mappings: sections.Mappings, conditions });
}

function fillTemplate(
  { root, sections }: Template,
  resolver: Resolver,
  problems: Problems,
  conditions: Conditions,
): Record<string, unknown> {
  const fill = (key: string, section: unknown): unknown => {
    switch (key) {
      case 'Parameters':
        return withoutSecrets(sections.Parameters);
      case 'Conditions':
        return untold(sections.Conditions, conditions);
      case 'Resources':
        return fillSection(
          {
            path: '/Resources',
            things: sections.Resources,
            fillerOf: name => new Filler(resolver, problems, name),
          },
          conditions,
        );
      case 'Outputs':
        return fillSection(
          {
            path: '/Outputs',
            things: sections.Outputs,
            fillerOf: () => new Filler(resolver, problems),
          },
          conditions,
        );
      default:
        return section;
    }
  };
  return Object.fromEntries(
    Object.entries(root).map(([key, section]) => [key, fill(key, section)]),
  );
}

/** The conditions that are left: what they compare a secret with goes with the others. */
function untold(
  section: Record<string, unknown>,
  conditions: Conditions,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(section).filter(
      ([name]) => isMacro(name) || 'why' in conditions.get(name),
    ),
  );
}
