import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Catalog } from '../catalog/Catalog';
import { Ledger } from '../provisioning/Ledger';
import { AwsError } from '../wire/AwsError';
import { Caller, sessionArn } from '../wire/callers';
import { validate } from '../wire/validate';
import { Element } from '../wire/xml';

interface Context {
  catalog: Catalog;
  ledger: Ledger;
  caller: Caller;
  now: number;
}

type Action = (form: Record<string, string>, context: Context) => Element;

const PREFIX = 'SANDBOXSESSION';

const assumeRoleShape = z.object({
  RoleArn: z.string().min(20).max(2048),
  RoleSessionName: z
    .string()
    .regex(/^[\w+=,.@-]*$/, String.raw`[\w+=,.@-]*`)
    .min(2)
    .max(64),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
});

const getCallerIdentity: Action = (_form, { caller }) => ({
  Arn: caller.principal.sessionArn,
  UserId: `SANDBOX:${caller.principal.sessionArn.split('/').pop()}`,
  Account: caller.account,
});

const assumeRole: Action = (form, { catalog, ledger, caller, now }) => {
  const { RoleArn, RoleSessionName, DurationSeconds } = validate(
    assumeRoleShape,
    form,
  );
  const role = catalog.role({ arn: RoleArn });
  if (!role?.trusts.includes(caller.principal.arn)) {
    // AWS doesn't tell a role that isn't there from one that may not be assumed.
    throw new AwsError(
      'AccessDenied',
      `User: ${caller.principal.sessionArn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
      403,
    );
  }
  const session = {
    accessKeyId: `${PREFIX}${randomBytes(10).toString('hex').toUpperCase()}`,
    account: role.account,
    principal: {
      arn: role.arn,
      sessionArn: sessionArn(role.arn, RoleSessionName),
    },
    expiresAt: now + DurationSeconds * 1000,
  };
  ledger.addSession(session, now);
  return {
    AssumedRoleUser: {
      AssumedRoleId: `SANDBOX:${RoleSessionName}`,
      Arn: session.principal.sessionArn,
    },
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: 'sandbox-no-secret',
      SessionToken: 'sandbox-no-token',
      Expiration: new Date(session.expiresAt).toISOString(),
    },
  };
};

/** What of STS there is: enough to come into an account. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['GetCallerIdentity', getCallerIdentity],
  ['AssumeRole', assumeRole],
]);
