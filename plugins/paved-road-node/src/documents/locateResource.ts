/**
 * The resource that a path from the document's root leads into: the logical id
 * of CloudFormation, the address of a Terraform plan.
 */
export function locateResource(
  root: unknown,
  propertyPath: string,
): string | undefined {
  const [, section, key] = propertyPath.split('/');
  if (section === 'Resources' && key) {
    return key;
  }
  if (section === 'resource_changes' && isRecord(root)) {
    const changes = root.resource_changes;
    const change = Array.isArray(changes) ? changes[Number(key)] : undefined;
    return isRecord(change) && typeof change.address === 'string'
      ? change.address
      : undefined;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
