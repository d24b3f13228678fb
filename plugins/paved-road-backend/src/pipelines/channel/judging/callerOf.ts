/** What a repository's workflow calls, and with what. */
export interface Caller {
  workflow?: string;
  ref?: string;
  service?: string;
  documents?: string;
}

/**
 * Finds the values in the text of a caller workflow, where the platform has
 * written them. It is no reader of YAML on purpose: the text has to be the
 * platform's own to the letter anyway, and a stranger's YAML is not to be trusted.
 */
export function callerOf(text: string): Caller {
  const [, workflow, ref] =
    /^ {4}uses: ([^\s@]{1,500})@([^\s@]{1,500})$/m.exec(text) ?? [];
  return {
    workflow,
    ref,
    service: quotedValue(text, 'service'),
    documents: quotedValue(text, 'documents'),
  };
}

function quotedValue(text: string, key: string): string | undefined {
  const [, quoted] = new RegExp(`^ {6}${key}: (".*")$`, 'm').exec(text) ?? [];
  try {
    return quoted && String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
