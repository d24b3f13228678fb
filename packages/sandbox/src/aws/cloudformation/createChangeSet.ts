import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Template } from '../catalog/template';
import { newId } from '../catalog/ids';
import { chooseParameters } from '../provisioning/parameters';
import { resourceChanges } from '../provisioning/resourceChanges';
import { AwsError } from '../wire/AwsError';
import { Context, needChannel, validationError } from './Context';
import { StoredChangeSet, StoredStack } from './model';
import { listOf } from './readForm';
import { needCapabilities, readTemplate } from './readTemplate';
import { StackView } from './stackAt';

const word = z
  .string()
  .regex(/^[a-zA-Z][-a-zA-Z0-9]*$/, '[a-zA-Z][-a-zA-Z0-9]*');

const flag = z.stringbool().optional();

export const createChangeSetShape = z.object({
  StackName: z.string().min(1),
  ChangeSetName: word.max(128),
  ChangeSetType: z.enum(['CREATE', 'UPDATE', 'IMPORT']).default('UPDATE'),
  TemplateBody: z.string().min(1).optional(),
  TemplateURL: z.string().optional(),
  UsePreviousTemplate: flag,
  Parameters: listOf(
    z.object({
      ParameterKey: z.string(),
      ParameterValue: z.string().optional(),
      UsePreviousValue: flag,
    }),
  ),
  Capabilities: listOf(z.string()),
  Tags: listOf(z.object({ Key: z.string(), Value: z.string() })),
  Description: z.string().max(1024).optional(),
  OnStackFailure: z.enum(['DELETE', 'DO_NOTHING', 'ROLLBACK']).optional(),
});

type Input = z.output<typeof createChangeSetShape>;

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

function templateOf(input: Input, before: StackView | undefined): string {
  const previous = before?.current?.template;
  const given = input.UsePreviousTemplate ? previous : input.TemplateBody;
  if (given === undefined) {
    throw validationError(
      input.TemplateURL
        ? 'The sandbox AWS has no S3: give the template as TemplateBody.'
        : 'Either Template URL or Template Body must be specified.',
    );
  }
  return given;
}

function parametersOf(
  { Parameters }: Input,
  template: Template,
  before: StackView | undefined,
) {
  const { kept, missing, problems } = chooseParameters(
    { product: { templateConstraints: [] }, version: { template } },
    Parameters.map(one => ({
      Key: one.ParameterKey,
      Value: one.ParameterValue,
      UsePreviousValue: one.UsePreviousValue,
    })),
    { values: before?.current?.parameters ?? [], keepOmitted: false },
  );
  if (missing.length > 0) {
    throw validationError(
      `Parameters: [${missing.join(', ')}] must have values`,
    );
  }
  if (problems.length > 0) {
    throw validationError(problems.join('; '));
  }
  return kept;
}

function changesOf(
  template: Template,
  parameters: StoredChangeSet['parameters'],
  before: StackView | undefined,
) {
  const version = (id: string, of: Template) => ({
    ...{ id, template: of, replaces: [] },
  });
  const current = before?.current;
  return resourceChanges(
    current && {
      version: version('before', readTemplate(current.template)),
      parameters: current.parameters,
    },
    { version: version('after', template), parameters },
  );
}

function needReady(view: StackView | undefined, { ChangeSetType }: Input) {
  if (view && /IN_PROGRESS$/.test(view.status) && view.executed.length > 0) {
    throw validationError(
      `Stack:${view.stack.id} is in ${view.status} state and can not be updated.`,
    );
  }
  if (view?.status === 'ROLLBACK_COMPLETE') {
    throw validationError(
      `Stack:${view.stack.id} is in ROLLBACK_COMPLETE state and can not be updated.`,
    );
  }
  const exists = (view?.executed.length ?? 0) > 0;
  if (ChangeSetType === 'CREATE' && exists) {
    throw validationError(
      `Stack [${view?.stack.name}] already exists and cannot be created again with the changeSet.`,
    );
  }
}

/** CreateChangeSet, of the types CREATE and UPDATE. */
export function createChangeSet(input: Input, context: Context) {
  const { caller, now, stacks, timing } = context;
  needChannel(context, 'CreateChangeSet');
  if (input.ChangeSetType === 'IMPORT') {
    throw validationError('The sandbox AWS imports nothing.');
  }
  const deletesOnFailure = input.OnStackFailure === 'DELETE';
  if (deletesOnFailure && input.ChangeSetType !== 'CREATE') {
    throw validationError(
      'OnStackFailure DELETE is only valid for a change set of the type CREATE.',
    );
  }
  const view = stacks.find(caller, input.StackName, now);
  if (!view && input.ChangeSetType === 'UPDATE') {
    throw validationError(`Stack [${input.StackName}] does not exist`);
  }
  needReady(view, input);
  if (view && stacks.changeSet(view, input.ChangeSetName)) {
    throw new AwsError(
      'AlreadyExistsException',
      `ChangeSet ${input.ChangeSetName} cannot be created due to a mismatch with existing attribute`,
    );
  }
  if (!view && !word.max(128).safeParse(input.StackName).success) {
    throw validationError(
      `1 validation error detected: Value '${input.StackName}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  const text = templateOf(input, view);
  const template = readTemplate(text);
  needCapabilities(template, input.Capabilities);
  const parameters = parametersOf(input, template, view);
  const changes = changesOf(template, parameters, view);
  const { account, region } = caller;
  const arn = (rest: string) =>
    `arn:aws:cloudformation:${region}:${account}:${rest}`;
  const stack: StoredStack = view?.stack ?? {
    ...{ account, region },
    id: arn(`stack/${input.StackName}/${newId('stack')}`),
    name: input.StackName,
    createdAt: now,
  };
  const same =
    changes.length === 0 &&
    isDeepStrictEqual(input.Tags, view?.current?.tags) &&
    text === view?.current?.template;
  const changeSet: StoredChangeSet = {
    id: arn(`changeSet/${input.ChangeSetName}/sandbox-${randomUUID()}`),
    name: input.ChangeSetName,
    stackId: stack.id,
    type: input.ChangeSetType,
    createdAt: now,
    readyAt: now + timing.planAfterMs,
    failure: same ? NO_CHANGES : undefined,
    template: text,
    ...{ parameters, changes, deletesOnFailure },
    tags: input.Tags,
    capabilities: input.Capabilities,
  };
  stacks.keep(state => {
    if (!view) {
      state.stacks.push(stack);
    }
    state.changeSets.push(changeSet);
  });
  return { Id: changeSet.id, StackId: stack.id };
}
