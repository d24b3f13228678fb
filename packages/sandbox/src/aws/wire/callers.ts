import { Catalog } from '../catalog/Catalog';
import { Ledger } from '../provisioning/Ledger';
import { Place, Principal } from '../provisioning/model';
import { AwsError } from './AwsError';
import { readScope } from './scope';

export type Caller = Place & { principal: Principal };

/**
 * Who calls, by the access key that the request names: one of `company.yaml`'s
 * or one that AssumeRole has given out.
 *
 * @throws AwsError for a key that nobody has, or that has expired, and for another region or service.
 */
export function callerOf(
  authorization: string | undefined,
  service: string,
  { catalog, ledger, now }: { catalog: Catalog; ledger: Ledger; now: number },
): Caller {
  const scope = readScope(authorization);
  if (scope.service !== service) {
    throw new AwsError(
      'InvalidSignatureException',
      `Credential should be scoped to correct service: '${service}'.`,
      403,
    );
  }
  const { regions } = catalog;
  if (!regions.includes(scope.region)) {
    throw new AwsError(
      'InvalidSignatureException',
      `The sandbox AWS has the region ${regions.join(', ')} only, not '${
        scope.region
      }'.`,
      403,
    );
  }
  const role = catalog.role({ accessKeyId: scope.accessKeyId });
  if (role) {
    const { account, arn } = role;
    const principal = { arn, sessionArn: sessionArn(arn, 'key') };
    return { account, region: scope.region, principal };
  }
  const session = ledger.session(scope.accessKeyId);
  if (!session) {
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      403,
    );
  }
  if (session.expiresAt <= now) {
    throw new AwsError(
      'ExpiredTokenException',
      'The security token included in the request is expired',
      403,
    );
  }
  const { account, principal } = session;
  return { account, region: scope.region, principal };
}

/** `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
export function sessionArn(roleArn: string, session: string): string {
  return `${roleArn
    .replace('arn:aws:iam:', 'arn:aws:sts:')
    .replace(':role/', ':assumed-role/')}/${session}`;
}
