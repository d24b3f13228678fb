import { z } from 'zod';
import { Policy, policySchema } from '../iam/policy';
import { readText, resourcesOf } from './templates';

const roleSchema = z.object({
  AssumeRolePolicyDocument: policySchema,
  Policies: z.array(z.object({ PolicyDocument: policySchema })).default([]),
});

/** What a role of a template may do by its own policies, and whom it lets in. */
export function roleOf(template: string, id: string) {
  const { Properties } = resourcesOf(template)[id];
  const role = roleSchema.parse(Properties);
  return {
    trust: role.AssumeRolePolicyDocument,
    identity: role.Policies.map(({ PolicyDocument }) => PolicyDocument),
  };
}

/** A managed policy of a template. */
export function managedPolicyOf(
  template: string,
  id: string,
  values: Record<string, string> = {},
): Policy {
  const { Properties } = resourcesOf(template, values)[id];
  return policySchema.parse(Properties.PolicyDocument);
}

/** A policy that lies in a file of its own. */
export const policyFile = (path: string): Policy =>
  policySchema.parse(JSON.parse(readText(path)));

/** As AWS's own `AdministratorAccess`. */
export const administrator: Policy = policySchema.parse({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

export const serviceControl = [
  policyFile('scp/production.json'),
  policyFile('scp/door.json'),
];
