import { z } from 'zod';

/** What a fault does to the record that is accepted in its call. */
export const effects = ['fail', 'stuck'] as const;
export type Effect = (typeof effects)[number];

const onCall = {
  /** The operation, such as ProvisionProduct; every one where absent. */
  operation: z
    .string()
    .regex(/^[A-Za-z]{1,100}$/)
    .optional(),
  /** Only calls with this access key's account. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** From the n-th such call on, counted from when the fault was set. */
  call: z.number().int().min(1).default(1),
  /** For how many calls. */
  times: z.number().int().min(1).default(1),
};

const simple = <K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...onCall });

/** What can go wrong on purpose. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** ThrottlingException, before anything is done. */
  simple('throttle'),
  /** A 503 with HTML in it, before anything is done. */
  simple('html503'),
  /** Never answers, and does nothing. */
  simple('hang'),
  /** Does it, writes it down, and hangs up without an answer. */
  simple('acceptThenDrop'),
  /** Does it, writes it down, and never answers. */
  simple('acceptThenHang'),
  /** AccessDeniedException; of STS, a role that can't be assumed. */
  simple('accessDenied'),
  /** What is accepted fails: ERROR on create, TAINTED on update, a terminate that failed. */
  simple('fail'),
  /** What is accepted never ends: UNDER_CHANGE for good. */
  simple('stuck'),
  /** Reads what was true some time ago. */
  z.strictObject({
    kind: z.literal('staleRead'),
    ...onCall,
    lagMs: z.number().int().min(1).max(86_400_000),
  }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
