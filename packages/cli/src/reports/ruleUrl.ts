/** The page of a rule in the portal. */
export function ruleUrl(
  portal: string | undefined,
  rule: { pack: string; name: string },
): string | undefined {
  return (
    portal &&
    `${portal.replace(/\/+$/, '')}/paved-road/rules/${encodeURIComponent(
      rule.pack,
    )}/${encodeURIComponent(rule.name)}`
  );
}
