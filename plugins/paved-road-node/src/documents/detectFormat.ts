import { DocumentFormat } from '@paved-road/backstage-plugin-paved-road-common';
import { DocumentError } from './DocumentError';
import { isRecord } from './isRecord';

const expected = 'neither a CloudFormation template nor a Terraform plan';

/**
 * @throws DocumentError for what is neither a template nor a plan.
 */
export function detectFormat(root: unknown, isJson: boolean): DocumentFormat {
  if (!isRecord(root)) {
    throw new DocumentError(
      `holds ${
        Array.isArray(root) ? 'a list' : 'a single value'
      } instead of a map at its root: ${expected}`,
    );
  }
  if (isPlan(root)) {
    return 'terraform-plan';
  }
  if (isTerraform(root) && 'values' in root) {
    throw new DocumentError(
      'is a Terraform state: run terraform show -json on a plan file',
    );
  }
  if (!('Resources' in root)) {
    throw new DocumentError(`has no Resources: ${expected}`);
  }
  if (!isRecord(root.Resources)) {
    throw new DocumentError(`has Resources that are no map: ${expected}`);
  }
  if (isSynthesized(root.Resources)) {
    return 'cdk';
  }
  return isJson ? 'cloudformation-json' : 'cloudformation-yaml';
}

function isPlan(root: Record<string, unknown>): boolean {
  return (
    isTerraform(root) &&
    (Array.isArray(root.resource_changes) || isRecord(root.planned_values))
  );
}

function isTerraform(root: Record<string, unknown>): boolean {
  return 'format_version' in root || 'terraform_version' in root;
}

function isSynthesized(resources: Record<string, unknown>): boolean {
  return Object.values(resources).some(
    resource =>
      isRecord(resource) &&
      (resource.Type === 'AWS::CDK::Metadata' ||
        (isRecord(resource.Metadata) && 'aws:cdk:path' in resource.Metadata)),
  );
}
