/** A rule's own message, taken apart. */
export interface RuleMessage {
  message: string;
  /** How to comply, where the message says so. */
  remediation?: string;
}

const remedy = /^(?:\[FIX\]|Fix|Remediation):\s*/i;
const label = /^(?:\[[A-Za-z0-9._-]+\]|Violation):\s*/;

/**
 * Takes apart the forms that are common: `[CT.S3.PR.1]: …` with `[FIX]: …` of
 * Control Tower, `Violation: …` with `Fix: …` of the AWS Guard rules registry.
 */
export function splitRuleMessage(text: string): RuleMessage {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const start = lines.findIndex(line => remedy.test(line));
  const message = start < 0 ? lines : lines.slice(0, start);
  const remediation = start < 0 ? [] : lines.slice(start);
  return {
    message: message.join('\n').replace(label, ''),
    remediation: remediation.join('\n').replace(remedy, '') || undefined,
  };
}
