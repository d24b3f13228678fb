import { recordDetail, recordOutputs } from '../provisioning/views';
import { resourceNotFound } from '../wire/AwsError';
import { page } from '../wire/page';
import { id, pagedInput } from '../wire/shapes';
import { operation } from './operation';

const NAME = 'DescribeRecord';

export const describeRecord = operation(
  NAME,
  pagedInput(20, { Id: id }),
  (input, { caller, ledger, readAt }) => {
    const found = ledger
      .records(caller, readAt)
      .find(({ record }) => record.id === input.Id);
    if (!found) {
      throw resourceNotFound(`Record ${input.Id} not found.`);
    }
    const { record, of } = found;
    const { items, next } = page(NAME, recordOutputs(record, readAt), input);
    return {
      RecordDetail: recordDetail(record, of, readAt),
      RecordOutputs: items,
      NextPageToken: next,
    };
  },
);
