const LONGEST = 240;

/** Holds the place of code while the marks around it are taken away. */
const CODE = '\uE000';

/**
 * Why a rule exists, in one line of plain text: the first sentence of its
 * rationale, or of its description where no rationale is recorded. At most 240
 * characters; `undefined` where nothing is recorded at all.
 *
 * @public
 */
export function ruleReason(rule: {
  rationale?: string;
  description?: string;
}): string | undefined {
  return (
    firstSentence(rule.rationale ?? '') ?? firstSentence(rule.description ?? '')
  );
}

function firstSentence(markdown: string): string | undefined {
  const paragraph = markdown
    .slice(0, 20 * LONGEST)
    .split(/\n\s*\n/)
    .map(plainText)
    .find(text => text !== '');
  if (!paragraph) {
    return undefined;
  }
  const end = paragraph.search(/(?<!\b(?:e\.g|i\.e))[.!?](?=\s|$)/);
  const sentence = end === -1 ? paragraph : paragraph.slice(0, end + 1);
  return sentence.length <= LONGEST
    ? sentence
    : `${sentence.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** A paragraph without its Markdown marks; empty for headings, rules, code and the like. */
function plainText(paragraph: string): string {
  const lines = paragraph
    .split('\n')
    .map(line => line.trim())
    .filter(line => !/^(#{1,6}\s|```|~~~|---|\*\*\*|\||<)/.test(line));
  const codes: string[] = [];
  return lines
    .join(' ')
    .replaceAll(CODE, '')
    .replace(/(`+)(.+?)\1/g, (_span, _ticks, code: string) => {
      codes.push(code.trim());
      return CODE;
    })
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(
      /(?<=^|[\s(])[*_]+(?=\S)|(?<=[\w.)'"\uE000])[*_]+(?=[\s.,;:!?)]|$)/g,
      '',
    )
    .replace(/^([-*+>]|\d+\.)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll(CODE, () => codes.shift() ?? '');
}
