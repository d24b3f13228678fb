import { Refusal } from './Refusal.mjs';

/**
 * The stack of a document: the service's name, two dashes (which no service has
 * in its name, so that IAM can tell one service's stacks from another's), and
 * the file's name.
 */
export function stackName(service, path) {
  const owner = service.split('/').at(-1).toLowerCase();
  const file = path
    .split('/')
    .at(-1)
    .replace(/(\.template)?\.(ya?ml|json|template)$/i, '');
  const name = `${owner}--${file}`;
  if (owner.includes('--') || !/^[a-z][a-zA-Z0-9-]{0,127}$/.test(name)) {
    throw new Refusal(
      `${path} can't be deployed: its stack would be called ${name}, which CloudFormation doesn't take. Use letters, digits and single dashes in the file's name`,
    );
  }
  return name;
}

/** The stacks of all documents; two documents can't share one. */
export function stackNames(service, documents) {
  const names = documents.map(({ path }) => stackName(service, path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new Refusal(
      `Two documents would both be the stack ${twice}: give their files different names`,
    );
  }
  return names;
}
