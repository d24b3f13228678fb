import type { ResourceChange } from '@aws-sdk/client-service-catalog';
import { toResourceChange } from './planView';

describe('toResourceChange', () => {
  it('says what becomes of a resource, and which properties of it change', () => {
    expect(
      toResourceChange({
        Action: 'MODIFY',
        LogicalResourceId: 'Queue',
        PhysicalResourceId: 'https://sqs.example/orders',
        ResourceType: 'AWS::SQS::Queue',
        Replacement: 'CONDITIONAL',
        Scope: ['PROPERTIES', 'TAGS'],
        Details: [
          { Target: { Attribute: 'PROPERTIES', Name: 'QueueName' } },
          { Target: { Attribute: 'PROPERTIES', Name: 'KmsMasterKeyId' } },
          { Target: { Attribute: 'PROPERTIES', Name: 'QueueName' } },
          { Target: { Attribute: 'TAGS' } },
          {},
        ],
      }),
    ).toEqual([
      {
        action: 'MODIFY',
        logicalId: 'Queue',
        resourceType: 'AWS::SQS::Queue',
        replacement: 'CONDITIONAL',
        scope: ['QueueName', 'KmsMasterKeyId', 'TAGS'],
      },
    ]);
  });

  it('says little where AWS says little', () => {
    expect(
      toResourceChange({ Action: 'ADD', LogicalResourceId: '__proto__' }),
    ).toEqual([
      {
        action: 'ADD',
        logicalId: '__proto__',
        resourceType: undefined,
        replacement: undefined,
        scope: [],
      },
    ]);
  });

  it.each<ResourceChange>([
    {},
    { Action: 'ADD' },
    { LogicalResourceId: 'Queue' },
    { Action: 'ADD', LogicalResourceId: '' },
  ])('leaves %j out', change => {
    expect(toResourceChange(change)).toEqual([]);
  });

  it('reads long lists', () => {
    const Details = Array.from({ length: 200_000 }, (_, n) => ({
      Target: { Name: `P${n % 100}` },
    }));
    const [{ scope }] = toResourceChange({
      Action: 'MODIFY',
      LogicalResourceId: 'Queue',
      Details,
    });
    expect(scope).toHaveLength(100);
  });
});
