import { z } from 'zod';
import { needChangeSet } from './changeSets';
import { Context, needStack, validationError } from './Context';
import { capabilityOf, readTemplate } from './readTemplate';

export const getTemplateShape = z.object({
  StackName: z.string().min(1),
  ChangeSetName: z.string().optional(),
  TemplateStage: z.enum(['Original', 'Processed']).default('Original'),
});
export const getTemplateSummaryShape = z.object({
  StackName: z.string().min(1).optional(),
  TemplateBody: z.string().min(1).optional(),
});

/** The template as it was given, byte for byte; there are no macros to process it. */
export function getTemplate(
  { ChangeSetName, StackName }: z.output<typeof getTemplateShape>,
  context: Context,
) {
  const template = ChangeSetName
    ? needChangeSet({ ChangeSetName, StackName }, context).changeSet.template
    : needStack(context, StackName).current?.template;
  if (template === undefined) {
    throw validationError(`Stack ${StackName} has no template yet`);
  }
  return {
    TemplateBody: template,
    StagesAvailable: ['Original', 'Processed'],
  };
}

export function getTemplateSummary(
  { StackName, TemplateBody }: z.output<typeof getTemplateSummaryShape>,
  context: Context,
) {
  const text =
    TemplateBody ??
    (StackName && needStack(context, StackName).current?.template);
  if (!text) {
    throw validationError(
      'Either Template Body or the name of a stack with a template must be specified.',
    );
  }
  const template = readTemplate(text);
  const capability = capabilityOf(template);
  const { Transform } = template;
  return {
    Description: template.Description,
    Parameters: Object.entries(template.Parameters).map(
      ([ParameterKey, { Default, Description, NoEcho, Type }]) => ({
        ...{ ParameterKey, ParameterType: Type, NoEcho, Description },
        DefaultValue: Default,
      }),
    ),
    ResourceTypes: [
      ...new Set(Object.values(template.Resources).map(({ Type }) => Type)),
    ],
    DeclaredTransforms: [Transform ?? []].flat().map(String),
    Capabilities: capability ? [capability] : [],
    Version: template.AWSTemplateFormatVersion,
  };
}
