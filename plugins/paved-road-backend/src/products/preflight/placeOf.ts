/**
 * The partition of a region, and what the names of its hosts end with:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function placeOf(region: string): {
  partition: string;
  urlSuffix: string;
} {
  if (region.startsWith('cn-')) {
    return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
  }
  const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return { partition, urlSuffix: 'amazonaws.com' };
}
