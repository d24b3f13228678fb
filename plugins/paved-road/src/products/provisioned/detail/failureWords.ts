import {
  ProductChange,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { changeWords } from '../statusWords';

/** What went wrong, as a title and a sentence on what that means. */
export interface FailureWords {
  title: string;
  meaning: string;
}

/** Says of a provisioned product what went wrong with it last. */
export function failureWords(
  product: Pick<ProvisionedProductDetail, 'status' | 'changes'>,
): FailureWords {
  const [latest] = product.changes;
  if (product.status === 'TAINTED') {
    return {
      title: 'Failed update',
      meaning:
        'AWS calls it tainted: the last change failed, the one before still runs.',
    };
  }
  if (product.status === 'ERROR') {
    return {
      title: 'Failed',
      meaning:
        'AWS could not do what was asked for. Part of it may be there all the same.',
    };
  }
  return {
    title: titleOf(latest),
    meaning:
      latest.state === 'failed'
        ? 'What was there before the change may still be there; the status says how it is now.'
        : 'Nothing was changed.',
  };
}

function titleOf(change: ProductChange): string {
  const what = changeWords(change);
  switch (change.state) {
    case 'refused':
      return `${what}: refused by AWS`;
    case 'interrupted':
      return `${what}: never reached AWS`;
    default:
      return `${what}: failed`;
  }
}

/** What AWS, or the portal, said of it; each message once. */
export function failureMessages(
  product: Pick<
    ProvisionedProductDetail,
    'statusMessage' | 'changes' | 'openChange'
  >,
): string[] {
  const [latest] = product.changes;
  const ended = latest?.id === product.openChange?.id ? undefined : latest;
  const messages = [product.statusMessage, ended?.problem?.message];
  return [...new Set(messages.filter(message => message !== undefined))];
}
