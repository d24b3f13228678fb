import {
  getRule,
  request,
  ruleReason,
} from '@paved-road/backstage-plugin-paved-road-common';
import { RunFinding } from '../model';
import { Portal } from './runCheck';

/**
 * Adds to findings what the portal knows of their rules: why each is there, and
 * how to comply. Where it doesn't answer, they stay as they are; the rule's page
 * has it all.
 */
export async function explain(
  findings: RunFinding[],
  { url, token }: Portal,
): Promise<RunFinding[]> {
  const ask = (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
    fetch(input, {
      ...init,
      headers: { ...init?.headers, Authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
  return Promise.all(
    findings.map(async finding => {
      const [pack, ...name] = finding.rule.split('/');
      try {
        const rule = await request(url, { fetch: ask }, getRule, {
          params: { pack, name: name.join('/') },
        });
        return {
          ...finding,
          title: rule.title,
          why: ruleReason(rule),
          remediation: finding.remediation ?? rule.remediation,
        };
      } catch {
        return finding;
      }
    }),
  );
}
