import { z } from 'zod';

const planSchema = z.object({
  format_version: z.string().regex(/^1\./),
  terraform_version: z.string(),
  resource_changes: z.array(
    z.object({
      address: z.string(),
      mode: z.literal('managed'),
      type: z.string(),
      name: z.string(),
      provider_name: z.literal('registry.terraform.io/hashicorp/aws'),
      change: z.object({
        actions: z.tuple([z.literal('create')]),
        before: z.null(),
        after: z.record(z.string(), z.unknown()),
      }),
    }),
  ),
});

/** A resource that a plan makes. */
export interface Planned {
  address: string;
  type: string;
  after: Record<string, unknown>;
}

/** Reads a plan by which all is made; policies are written in one way. */
export function readPlan(content: string): Planned[] {
  return planSchema
    .parse(JSON.parse(content))
    .resource_changes.map(({ address, type, change: { after } }) => ({
      address,
      type,
      after: {
        ...after,
        ...(typeof after.policy === 'string' && {
          policy: JSON.stringify(JSON.parse(after.policy, sorted)),
        }),
      },
    }));
}

/** Neither order of keys nor of names in a list means anything in a policy. */
function sorted(_: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every(item => typeof item === 'string')
      ? [...value].sort()
      : value;
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => a.localeCompare(b)),
      )
    : value;
}
