import { readFile } from 'node:fs/promises';
import { aws } from './aws.mjs';
import { Refusal } from './Refusal.mjs';

const INLINE_BYTES = 51_200;
const MOST_BYTES = 1024 * 1024;

/** Types by which something that nobody has scanned would come along. */
const LOADS_MORE =
  /^AWS::CloudFormation::(?!(WaitCondition|WaitConditionHandle|CustomResource)$)|^AWS::Serverless::|::MODULE$/;

/**
 * A document as CloudFormation takes it, with the values of its parameters.
 *
 * @throws Refusal where something else would be deployed than was scanned.
 */
export async function readTemplate({ path, place, stack, values, upload }) {
  const bytes = await readFile(place);
  if (bytes.length > MOST_BYTES) {
    throw new Refusal(`${path} is larger than CloudFormation takes (1 MB)`);
  }
  if (!Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes)) {
    throw new Refusal(
      `${path} isn't UTF-8, so that AWS would read another text`,
    );
  }
  const template =
    bytes.length <= INLINE_BYTES
      ? { TemplateBody: bytes.toString('utf8') }
      : { TemplateURL: await upload(bytes, place) };
  const summary = await aws('cloudformation', 'get-template-summary', template);
  const {
    DeclaredTransforms = [],
    ResourceTypes = [],
    Parameters = [],
  } = summary;
  if (DeclaredTransforms.length > 0) {
    throw new Refusal(
      `${path} is rewritten by ${DeclaredTransforms.join(
        ', ',
      )} on its way, so that something else would be deployed than was checked. Build the finished template instead`,
    );
  }
  const more = ResourceTypes.filter(type => LOADS_MORE.test(type));
  if (more.length > 0) {
    throw new Refusal(
      `${path} holds ${more.join(
        ', ',
      )}, which brings along what nobody has checked. Make each stack a document of its own`,
    );
  }
  const missing = Parameters.filter(
    ({ ParameterKey: key, DefaultValue }) =>
      DefaultValue === undefined && values[key] === undefined,
  ).map(({ ParameterKey }) => ParameterKey);
  if (missing.length > 0) {
    throw new Refusal(
      `${path} asks for ${missing.join(
        ', ',
      )}, which the pipeline doesn't know. It gives ArtifactBucket, ArtifactKey and, where image/image.tar was built, ImageDigest; all others need a default`,
    );
  }
  return {
    path,
    stack,
    bytes,
    template,
    parameters: Parameters.filter(
      ({ ParameterKey }) => values[ParameterKey] !== undefined,
    ).map(({ ParameterKey }) => ({
      ParameterKey,
      ParameterValue: values[ParameterKey],
    })),
  };
}
