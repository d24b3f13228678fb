import { aws, until } from './aws.mjs';
import { Refusal } from './Refusal.mjs';
import { isSameTemplate } from './sameTemplate.mjs';
import { changeTypeOf, findStack, settle } from './stacks.mjs';

const NO_CHANGES = /didn't contain changes|No updates are to be performed/;

/**
 * Brings a stack to a document by a change set that holds the document and
 * nothing else.
 *
 * @param began - told just before the stack itself begins to change
 */
export async function changeStack({ document, about, roleArn, began }) {
  const { path, stack, bytes, template, parameters } = document;
  const change = {
    StackName: stack,
    ChangeSetName: `paved-road-${about.run.replace(
      /[^A-Za-z0-9-]/g,
      '-',
    )}`.slice(0, 128),
  };
  const type = changeTypeOf(stack, await findStack(stack));
  const { StackId } = await aws('cloudformation', 'create-change-set', {
    ...change,
    ...template,
    ChangeSetType: type,
    // A stack that could never be made is in the way of the next try.
    ...(type === 'CREATE' && { OnStackFailure: 'DELETE' }),
    Parameters: parameters,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    RoleARN: roleArn,
    // The tag tells the service control policy which roles are workloads'.
    Tags: [{ Key: 'paved-road:entity', Value: about.service }],
    Description: `${about.commit} of ${about.service}`,
  });
  const discard = () => aws('cloudformation', 'delete-change-set', change);
  const { Status, StatusReason = 'no reason given' } = await until(async () => {
    const found = await aws('cloudformation', 'describe-change-set', change);
    return /^(CREATE_COMPLETE|FAILED)$/.test(found.Status) ? found : undefined;
  });
  if (Status === 'FAILED') {
    await discard();
    if (NO_CHANGES.test(StatusReason)) {
      process.stdout.write(`= ${stack}: nothing to change\n`);
      return;
    }
    throw new Refusal(`${path} can't be deployed: ${StatusReason}`, 1);
  }
  const { TemplateBody } = await aws('cloudformation', 'get-template', {
    ...change,
    TemplateStage: 'Processed',
  });
  if (!isSameTemplate(TemplateBody, bytes)) {
    await discard();
    throw new Refusal(
      `CloudFormation makes another template of ${path} than the one that was checked, so it isn't deployed. Take macros and Fn::Transform out of it`,
    );
  }
  began();
  await aws('cloudformation', 'execute-change-set', change);
  await settle(stack, StackId);
  process.stdout.write(`+ ${stack}: deployed\n`);
}
