import { s3LocationOf } from './s3Location';

describe('s3LocationOf', () => {
  it.each([
    [
      'https://cf-templates-1.s3.eu-central-1.amazonaws.com/a/b.yaml',
      { bucket: 'cf-templates-1', key: 'a/b.yaml', region: 'eu-central-1' },
    ],
    [
      'https://cf.templates.s3-us-west-1.amazonaws.com/b.yaml',
      { bucket: 'cf.templates', key: 'b.yaml', region: 'us-west-1' },
    ],
    [
      'https://cf.s3.dualstack.eu-west-1.amazonaws.com/b.yaml',
      { bucket: 'cf', key: 'b.yaml', region: 'eu-west-1' },
    ],
    [
      'https://cf.s3.amazonaws.com/b%20c.yaml?X-Amz-Expires=60',
      { bucket: 'cf', key: 'b c.yaml', region: undefined },
    ],
    [
      'https://s3.cn-north-1.amazonaws.com.cn/cf/a/b.yaml',
      { bucket: 'cf', key: 'a/b.yaml', region: 'cn-north-1' },
    ],
    [
      'https://s3-us-west-1.amazonaws.com/cf/b.yaml',
      { bucket: 'cf', key: 'b.yaml', region: 'us-west-1' },
    ],
    ['https://s3.amazonaws.com/cf', undefined],
    ['https://cf.s3.amazonaws.com/', undefined],
    ['https://cf.s3.amazonaws.com/%E0%A4%A', undefined],
    ['https://ec2.eu-central-1.amazonaws.com/cf/b.yaml', undefined],
    ['http://localhost:7009/_sandbox/templates/pa-1', undefined],
  ])('finds in %s %j', (address, location) => {
    expect(s3LocationOf(address)).toEqual(location);
  });
});
