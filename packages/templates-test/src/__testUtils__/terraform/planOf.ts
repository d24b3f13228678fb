import { TextFile } from '../goldenPaths';
import { readConfiguration } from './readConfiguration';
import { StackModule } from './StackModule';

/**
 * The plan of a stack of which nothing is there, in Terraform's documented JSON
 * format (https://developer.hashicorp.com/terraform/internals/json-format), as far
 * as the configuration alone says it: literals, variables with their defaults,
 * locals, policy documents, and modules of the repository. What functions, the
 * provider or AWS would add is not in it.
 */
export async function planOf(files: TextFile[]): Promise<string> {
  const stack = new StackModule(await readConfiguration(files), '.', '', {});
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: stack.changes(),
  });
}
