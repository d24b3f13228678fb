import { z } from 'zod';
import { validate } from '../wire/validate';
import { Element } from '../wire/xml';
import {
  changeSetShape,
  deleteChangeSet,
  describeChangeSet,
  executeChangeSet,
} from './changeSets';
import { Context } from './Context';
import { createChangeSet, createChangeSetShape } from './createChangeSet';
import { Form } from './readForm';
import {
  deleteStack,
  describeStackEvents,
  describeStacks,
  describeStacksShape,
  listStacks,
  listStacksShape,
  stackShape,
} from './stacks';
import {
  getTemplate,
  getTemplateShape,
  getTemplateSummary,
  getTemplateSummaryShape,
} from './templates';

export type Action = (form: Form, context: Context) => Element;

const action =
  <S extends z.ZodType>(
    shape: S,
    run: (input: z.output<S>, context: Context) => Element,
  ): Action =>
  (form, context) =>
    run(validate(shape, form), context);

/** What of CloudFormation there is: changes of stacks, by change sets alone. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['CreateChangeSet', action(createChangeSetShape, createChangeSet)],
  ['DescribeChangeSet', action(changeSetShape, describeChangeSet)],
  ['ExecuteChangeSet', action(changeSetShape, executeChangeSet)],
  ['DeleteChangeSet', action(changeSetShape, deleteChangeSet)],
  ['DescribeStacks', action(describeStacksShape, describeStacks)],
  ['DescribeStackEvents', action(stackShape, describeStackEvents)],
  ['GetTemplate', action(getTemplateShape, getTemplate)],
  ['GetTemplateSummary', action(getTemplateSummaryShape, getTemplateSummary)],
  ['ListStacks', action(listStacksShape, listStacks)],
  ['DeleteStack', action(stackShape, deleteStack)],
]);
