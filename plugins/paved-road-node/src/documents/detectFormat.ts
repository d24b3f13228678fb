import { DocumentFormat } from '@paved-road/backstage-plugin-paved-road-common';
import { DocumentError } from './DocumentError';

/**
 * @throws DocumentError for what is neither a template nor a plan.
 */
export function detectFormat(root: unknown, isJson: boolean): DocumentFormat {
  if (!isRecord(root)) {
    throw new DocumentError(
      'holds no map at its root: neither a CloudFormation template nor a Terraform plan',
    );
  }
  if (isPlan(root)) {
    return 'terraform-plan';
  }
  if (!isRecord(root.Resources)) {
    throw new DocumentError(
      'has no Resources: neither a CloudFormation template nor a Terraform plan',
    );
  }
  if (isSynthesized(root.Resources)) {
    return 'cdk';
  }
  return isJson ? 'cloudformation-json' : 'cloudformation-yaml';
}

function isPlan(root: Record<string, unknown>): boolean {
  const hasVersion = 'format_version' in root || 'terraform_version' in root;
  const hasContent = 'resource_changes' in root || 'planned_values' in root;
  return hasVersion && hasContent;
}

function isSynthesized(resources: Record<string, unknown>): boolean {
  return Object.values(resources).some(
    resource =>
      isRecord(resource) &&
      (resource.Type === 'AWS::CDK::Metadata' ||
        (isRecord(resource.Metadata) && 'aws:cdk:path' in resource.Metadata)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
