import { YAMLException } from 'js-yaml';
import { InputError } from '@backstage/errors';
import { isRecord } from '../documents/isRecord';
import { readDocument } from '../documents/readDocument';
import { yamlProblem } from '../packs/plainYaml';
import { readCloudFormation } from './readCloudFormation';

/** What CloudFormation takes at most; with `Fn::Sub` and the like a text grows. */
const MAX_BYTES = 1024 * 1024;

const sectionNames = [
  'Parameters',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
] as const;

/** A template as it is written, its sections being maps. */
export interface Template {
  root: Record<string, unknown>;
  sections: Record<(typeof sectionNames)[number], Record<string, unknown>>;
}

/**
 * Reads a stranger's template, and refuses what the policy engine's reader does.
 *
 * @throws InputError naming what is wrong with it.
 */
export function readTemplate(text: string): Template {
  const document = readDocument(
    { path: 'template', content: Buffer.from(text) },
    { maxBytes: MAX_BYTES },
  );
  if ('error' in document) {
    throw new InputError(`The template ${document.error}`);
  }
  if (document.format === 'terraform-plan') {
    throw new InputError(
      'The template is a Terraform plan: give a CloudFormation template',
    );
  }
  const root = parse(document.text);
  const [Parameters, Mappings, Conditions, Resources, Outputs] =
    sectionNames.map(name => sectionOf(root, name));
  return {
    root,
    sections: { Parameters, Mappings, Conditions, Resources, Outputs },
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const root = readCloudFormation(text);
    return isRecord(root) ? root : {};
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new InputError(`The template ${yamlProblem(error)}`);
    }
    throw error;
  }
}

function sectionOf(
  root: Record<string, unknown>,
  name: string,
): Record<string, unknown> {
  const section = Object.hasOwn(root, name) ? root[name] : {};
  if (!isRecord(section)) {
    throw new InputError(`The template has ${name} that are no map`);
  }
  return section;
}
