import { isRecord } from './isRecord';

/**
 * The resource that a path from the document's root leads into: the logical id
 * of CloudFormation, the address of a Terraform plan.
 */
export function locateResource(
  root: unknown,
  propertyPath: string,
): string | undefined {
  if (!isRecord(root)) {
    return undefined;
  }
  const [, section] = propertyPath.split('/', 2);
  return section === 'Resources'
    ? findLogicalId(root.Resources, propertyPath)
    : findAddress(root, propertyPath);
}

function findLogicalId(
  resources: unknown,
  propertyPath: string,
): string | undefined {
  if (!isRecord(resources)) {
    return undefined;
  }
  const path = propertyPath.slice('/Resources/'.length);
  const [id] = path.split('/', 1);
  if (Object.hasOwn(resources, id)) {
    return id;
  }
  // Nothing keeps a slash out of a key.
  return Object.keys(resources).find(
    key => path === key || path.startsWith(`${key}/`),
  );
}

/** The innermost address on the way. */
function findAddress(
  root: Record<string, unknown>,
  propertyPath: string,
): string | undefined {
  let node: unknown = root;
  let address: string | undefined;
  for (const key of propertyPath.split('/').slice(1)) {
    if (Array.isArray(node)) {
      node = node[Number(key)];
    } else if (isRecord(node) && Object.hasOwn(node, key)) {
      node = node[key];
    } else {
      break;
    }
    if (isRecord(node) && typeof node.address === 'string') {
      address = node.address;
    }
  }
  return address;
}
