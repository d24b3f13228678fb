import { z } from 'zod';
import { toError } from '@backstage/errors';
import { readCloudFormation } from '@paved-road/backstage-plugin-paved-road-node';
import { Template, templateSchema } from '../catalog/template';
import { limits } from '../limits';
import { AwsError } from '../wire/AwsError';
import { validationError } from './Context';

/** @throws AwsError in CloudFormation's words. */
export function readTemplate(text: string): Template {
  if (Buffer.byteLength(text) > limits.templateBytes) {
    throw validationError(
      `Template may not exceed ${limits.templateBytes} bytes in size.`,
    );
  }
  let parsed: unknown;
  try {
    parsed = readCloudFormation(text);
  } catch (error) {
    throw validationError(`Template format error: ${toError(error).message}`);
  }
  const { success, data, error } = templateSchema.safeParse(parsed);
  if (!success) {
    throw validationError(`Template format error: ${z.prettifyError(error)}`);
  }
  return data;
}

const NAMES = ['RoleName', 'UserName', 'GroupName', 'ManagedPolicyName'];

/** What has to be agreed to for a template that makes IAM resources. */
export function capabilityOf({ Resources }: Template): string | undefined {
  const iam = Object.values(Resources).filter(({ Type }) =>
    /^AWS::IAM::(?!ServiceLinkedRole)/.test(Type),
  );
  if (iam.length === 0) {
    return undefined;
  }
  const named = iam.some(({ Properties }) =>
    NAMES.some(name =>
      Object.hasOwn((Properties as object | undefined) ?? {}, name),
    ),
  );
  return named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
}

/** @throws AwsError for IAM resources that nobody has agreed to. */
export function needCapabilities(template: Template, given: string[]): void {
  const wanted = capabilityOf(template);
  const holds =
    !wanted || given.includes(wanted) || given.includes('CAPABILITY_NAMED_IAM');
  if (!holds) {
    throw new AwsError(
      'InsufficientCapabilitiesException',
      `Requires capabilities : [${wanted}]`,
    );
  }
}
