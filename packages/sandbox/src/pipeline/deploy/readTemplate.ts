import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parameter } from '@aws-sdk/client-cloudformation';
import { readCloudFormation } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { RunDocument } from '../model';
import { DeployFailure } from './DeployFailure';

const templateSchema = z.looseObject({
  Transform: z.unknown().optional(),
  Parameters: z.record(z.string(), z.looseObject({})).default({}),
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** Types by which something that nobody has scanned would come along. */
const LOADS_MORE =
  /^AWS::CloudFormation::(?!(WaitCondition|WaitConditionHandle|CustomResource)$)|^AWS::Serverless::|::MODULE$/;

const digestOf = (bytes: Buffer) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/**
 * A scanned document as it is deployed: the very bytes, and the parameters that
 * the pipeline has values for.
 *
 * @throws DeployFailure where something else would be deployed than was scanned.
 */
export async function readTemplate(
  artefact: string,
  { path, digest }: RunDocument,
  values: Record<string, string>,
): Promise<{ text: string; parameters: Parameter[] }> {
  const bytes = await readFile(join(artefact, path)).catch(() => undefined);
  if (!bytes || digestOf(bytes) !== digest) {
    throw new DeployFailure(
      `${path} is not what was scanned, so nothing is deployed`,
    );
  }
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    throw new DeployFailure(
      `${path} is not UTF-8, so that AWS would read another text`,
    );
  }
  const { data } = templateSchema.safeParse(readCloudFormation(text));
  const types = Object.values(data?.Resources ?? {}).map(({ Type }) => Type);
  const more = types.find(type => LOADS_MORE.test(type));
  if (!data || data.Transform !== undefined || more) {
    throw new DeployFailure(
      `${path} has ${
        more ?? 'a transform'
      }, which brings along what nobody has checked`,
    );
  }
  const known = Object.keys(data.Parameters).filter(key =>
    Object.hasOwn(values, key),
  );
  return {
    text,
    parameters: known.map(key => ({
      ...{ ParameterKey: key, ParameterValue: values[key] },
    })),
  };
}
