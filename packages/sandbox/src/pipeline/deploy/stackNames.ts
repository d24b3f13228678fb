import { RunDocument } from '../model';
import { DeployFailure } from './DeployFailure';

/**
 * The stack of a document: the service's name, two dashes, which no service has
 * in its name, and the file's name.
 */
function stackName(service: string, path: string): string {
  const owner = (service.split('/').pop() ?? '').toLowerCase();
  const file = (path.split('/').pop() ?? '').replace(
    /(\.template)?\.(ya?ml|json|template)$/i,
    '',
  );
  const name = `${owner}--${file}`;
  if (owner.includes('--') || !/^[a-z][a-zA-Z0-9-]{0,127}$/.test(name)) {
    throw new DeployFailure(
      `The stack of ${path} would be called ${name}, which CloudFormation doesn’t take; use letters, digits and single dashes in the file’s name`,
    );
  }
  return name;
}

/**
 * The stacks of all documents, as the platform's pipeline calls them at work.
 *
 * @throws DeployFailure where two would be one.
 */
export function stackNames(service: string, documents: RunDocument[]) {
  const names = documents.map(({ path }) => stackName(service, path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new DeployFailure(
      `Two documents would both be the stack ${twice}; give their files different names`,
    );
  }
  return names;
}
