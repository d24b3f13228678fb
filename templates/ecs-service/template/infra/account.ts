import { CfnDynamicReference, CfnDynamicReferenceService } from 'aws-cdk-lib';

/** Read from the account that is deployed to, so that one template goes to all. */
export function fromAccount(parameter: string): string {
  return new CfnDynamicReference(
    CfnDynamicReferenceService.SSM,
    parameter,
  ).toString();
}
