import {
  ChannelItem,
  ChannelItemCode,
  channelItemCodeSchema,
} from '@paved-road/backstage-plugin-paved-road-common';

/** What is said of an item beside its verdict. */
export interface ItemWords {
  message: string;
  fix?: string;
  url?: string;
}

export function passes(code: ChannelItemCode, words: ItemWords): ChannelItem {
  return { code, verdict: 'pass', ...words };
}

export function fails(
  code: ChannelItemCode,
  words: ItemWords & { fix: string },
): ChannelItem {
  return { code, verdict: 'fail', ...words };
}

export function isUnknown(
  code: ChannelItemCode,
  words: ItemWords,
): ChannelItem {
  return { code, verdict: 'unknown', ...words };
}

const RANKS: ChannelItem['verdict'][] = ['fail', 'unknown', 'pass'];

/** Worst first, and otherwise in the order of what hangs on what. */
export function worstFirst(items: ChannelItem[]): ChannelItem[] {
  const rank = ({ code, verdict }: ChannelItem) =>
    RANKS.indexOf(verdict) * 100 + channelItemCodeSchema.options.indexOf(code);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/** As much of a stranger's text as fits into a sentence. */
export function quote(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ');
  return `‘${plain.length > 120 ? `${plain.slice(0, 120)}…` : plain}’`;
}
