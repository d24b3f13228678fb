import { z } from 'zod';
import { recordDetail } from '../provisioning/views';
import { invalidParameters } from '../wire/AwsError';
import { page } from '../wire/page';
import { accessLevel, pagedInput } from '../wire/shapes';
import { accessTest } from './accessLevel';
import { operation } from './operation';

const NAME = 'ListRecordHistory';

interface SearchFilter {
  Key?: string;
  Value?: string;
}

function searchTest({ Key, Value }: SearchFilter = {}) {
  switch (Key) {
    case undefined:
      return () => true;
    case 'product':
      return (product: string) => product === Value;
    case 'provisionedproduct':
      return (_product: string, provisioned: string) => provisioned === Value;
    default:
      throw invalidParameters(
        `The search filter's key has to be product or provisionedproduct, not ${Key}.`,
      );
  }
}

export const listRecordHistory = operation(
  NAME,
  pagedInput(20, {
    AccessLevelFilter: accessLevel,
    SearchFilter: z
      .object({ Key: z.string().optional(), Value: z.string().optional() })
      .optional(),
  }),
  (input, context) => {
    const { caller, ledger, readAt } = context;
    const isMeant = accessTest(context, input.AccessLevelFilter);
    const isSought = searchTest(input.SearchFilter);
    const found = ledger
      .records(caller, readAt)
      .filter(
        ({ record, of }) => isMeant(of) && isSought(record.productId, of.id),
      );
    const { items, next } = page(NAME, found, input);
    return {
      RecordDetails: items.map(({ record, of }) =>
        recordDetail(record, of, readAt),
      ),
      NextPageToken: next,
    };
  },
);
