import { LaunchPath, Product } from '../catalog/model';
import { tagOptionsOf } from '../catalog/provisioningParameters';
import { Tag } from '../provisioning/model';
import { invalidParameters } from '../wire/AwsError';

/**
 * The tags of a launch: those that are given, held to the TagOptions, and those
 * that the TagOptions leave no choice about.
 */
export function tagsOf(
  product: Product,
  path: LaunchPath,
  given: Tag[] = [],
): Tag[] {
  const options = tagOptionsOf(product, path);
  const keys = given.map(({ Key }) => Key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw invalidParameters(`The tag ${twice} is given more than once.`);
  }
  for (const { Key, Value } of given) {
    const option = options.find(candidate => candidate.Key === Key);
    if (option?.Values.length && !option.Values.includes(Value)) {
      throw invalidParameters(
        `The value ${Value} of the tag ${Key} is none of its TagOption: ${option.Values.join(
          ', ',
        )}.`,
      );
    }
  }
  const chosen = options
    .filter(({ Key, Values }) => Values.length === 1 && !keys.includes(Key))
    .map(({ Key, Values: [Value] }) => ({ Key, Value }));
  return [...given, ...chosen];
}
