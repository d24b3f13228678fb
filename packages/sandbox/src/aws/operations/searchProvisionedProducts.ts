import { z } from 'zod';
import { ProvisionedProductView } from '../provisioning/timeline';
import { provisionedProductDetail } from '../provisioning/views';
import { invalidParameters } from '../wire/AwsError';
import { page } from '../wire/page';
import { accessLevel, pagedInput, sortOrder } from '../wire/shapes';
import { accessTest } from './accessLevel';
import { Context } from './Context';
import { operation } from './operation';

const NAME = 'SearchProvisionedProducts';

/** AWS's ProvisionedProductAttribute. */
function attributesOf({ catalog }: Context, view: ProvisionedProductView) {
  const { LaunchRoleArn: _, ...detail } = provisionedProductDetail(view);
  const found = catalog.version(detail.ProvisioningArtifactId ?? '');
  const { principal } = view.stored;
  return {
    ...detail,
    Tags: (view.lastProvisioning ?? view.plan)?.tags ?? [],
    PhysicalId: view.lastSuccessfulProvisioning?.outcome.outputs.find(
      ({ OutputKey }) => OutputKey === 'CloudformationStackARN',
    )?.OutputValue,
    ProductName: found?.product.name,
    ProvisioningArtifactName: found?.version.name,
    UserArn: principal.arn,
    UserArnSession: principal.sessionArn,
  };
}

type Attributes = ReturnType<typeof attributesOf>;

/** The keys that a search may name, as AWS spells them. */
const KEYS: Record<string, (attributes: Attributes) => unknown> = {
  arn: ({ Arn }) => Arn,
  createdTime: ({ CreatedTime }) => CreatedTime,
  id: ({ Id }) => Id,
  idempotencyToken: ({ IdempotencyToken }) => IdempotencyToken,
  lastProvisioningRecordId: of => of.LastProvisioningRecordId,
  lastRecordId: ({ LastRecordId }) => LastRecordId,
  lastSuccessfulProvisioningRecordId: of =>
    of.LastSuccessfulProvisioningRecordId,
  name: ({ Name }) => Name,
  physicalId: ({ PhysicalId }) => PhysicalId,
  productId: ({ ProductId }) => ProductId,
  productName: ({ ProductName }) => ProductName,
  provisioningArtifactId: of => of.ProvisioningArtifactId,
  provisioningArtifactName: of => of.ProvisioningArtifactName,
  status: ({ Status }) => Status,
  tags: ({ Tags }) => Tags.map(({ Key, Value }) => `${Key}=${Value}`).join(' '),
  type: ({ Type }) => Type,
  userArn: ({ UserArn }) => UserArn,
  userArnSession: ({ UserArnSession }) => UserArnSession,
};

const contains = (text: unknown, words: string) =>
  String(text ?? '')
    .toLowerCase()
    .includes(words.toLowerCase());

/** One term of a search: `key:value`, or words that may be anywhere. */
function matches(attributes: Attributes, term: string): boolean {
  const [, key, value] = /^(\w+):(.*)$/s.exec(term) ?? [];
  if (key === undefined || !Object.hasOwn(KEYS, key)) {
    return Object.values(KEYS).some(read => contains(read(attributes), term));
  }
  return key === 'tags'
    ? contains(KEYS.tags(attributes), value)
    : String(KEYS[key](attributes) ?? '') === value;
}

const SORTS = ['arn', 'createdTime', 'id', 'lastRecordId', 'name'];

export const searchProvisionedProducts = operation(
  NAME,
  pagedInput(100, {
    AccessLevelFilter: accessLevel,
    Filters: z
      .partialRecord(z.enum(['SearchQuery']), z.array(z.string()))
      .optional(),
    SortBy: z.string().optional(),
    SortOrder: sortOrder,
  }),
  (input, context) => {
    const { caller, ledger, readAt } = context;
    const { SortBy = 'createdTime', SortOrder } = input;
    if (!SORTS.includes(SortBy)) {
      throw invalidParameters(
        `SortBy has to be one of ${SORTS.join(', ')}, not ${SortBy}.`,
      );
    }
    const isMeant = accessTest(context, input.AccessLevelFilter);
    const terms = input.Filters?.SearchQuery ?? [];
    const found = ledger
      .provisionedProducts(caller, readAt)
      .filter(({ stored }) => isMeant(stored))
      .map(view => attributesOf(context, view))
      .filter(attributes => terms.every(term => matches(attributes, term)));
    const read = KEYS[SortBy];
    const byText = (a: Attributes, b: Attributes) =>
      String(read(a)).localeCompare(String(read(b)), 'en', { numeric: true });
    found.sort(byText);
    if (SortOrder === 'DESCENDING') {
      found.reverse();
    }
    const { items, next } = page(NAME, found, input);
    return {
      ProvisionedProducts: items,
      TotalResultsCount: found.length,
      NextPageToken: next,
    };
  },
);
