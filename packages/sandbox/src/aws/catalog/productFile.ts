import { z } from 'zod';

const name = z.string().min(1).max(200);
const fileName = z
  .string()
  .regex(/^[\w-][\w.-]*$/, 'has to be a file beside it');

const failure = z.strictObject({
  code: z.string().default('CloudFormationException'),
  description: z.string(),
});

const version = z.strictObject({
  name,
  description: z.string().optional(),
  created: z.iso.date(),
  guidance: z.enum(['DEFAULT', 'DEPRECATED']).default('DEFAULT'),
  active: z.boolean().default(true),
  template: fileName,
  /** The values that a launch of it will have; ${…} stands for what `outputs.ts` knows. */
  outputs: z.record(z.string(), z.string()).default({}),
  /** Resources that an update to this version replaces; the sandbox knows of no others. */
  replaces: z.array(z.string()).default([]),
  /** A launch of this version fails. */
  failsOnCreate: failure.optional(),
  /** An update to this version fails and is rolled back. */
  failsOnUpdate: failure.optional(),
  /** A terminate of what has this version fails. */
  failsOnTerminate: failure.optional(),
});

const serviceAction = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_.-]{1,256}$/),
  description: z.string().optional(),
  parameters: z
    .array(
      z.strictObject({
        name,
        type: z.string().default('String'),
        defaultValues: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  fails: failure.optional(),
});

/** `product.yaml`: what an administrator of Service Catalog says of a product. */
export const productFileSchema = z.strictObject({
  name,
  owner: name,
  description: z.string().optional(),
  distributor: z.string().optional(),
  created: z.iso.date(),
  support: z
    .strictObject({
      email: z.email().optional(),
      url: z.url().optional(),
      description: z.string().optional(),
    })
    .default({}),
  portfolios: z.array(name).min(1),
  versions: z.array(version).min(1),
  /** A launch constraint: the role, in each account, that makes the resources. */
  launchRole: z
    .string()
    .regex(/^[\w+=,.@-]+$/)
    .optional(),
  templateConstraints: z
    .array(
      z.strictObject({
        description: z.string(),
        rules: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  /** A tag without values is what conflicting TagOptions leave behind. */
  tagOptions: z.record(z.string(), z.array(z.string())).default({}),
  budgets: z.array(name).default([]),
  serviceActions: z.array(serviceAction).default([]),
});

const role = z.strictObject({
  name: z.string().regex(/^[\w+=,.@-]+$/),
  /** An access key that calls as this role without having to assume it. */
  accessKeyId: z
    .string()
    .regex(/^\w{16,128}$/)
    .optional(),
  /** The principals that may assume it. */
  trusts: z.array(z.string()).default([]),
});

/** `company.yaml`: the accounts, who is in them, and who is given which portfolio. */
export const companyFileSchema = z.strictObject({
  regions: z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1),
  accounts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d{12}$/),
        name,
        roles: z.array(role).min(1),
        /** The roles that may change stacks there; all where absent. */
        stacksChangedBy: z.array(z.string()).optional(),
      }),
    )
    .min(1),
  portfolios: z
    .array(
      z.strictObject({
        name,
        title: name,
        provider: name,
        accounts: z.array(z.string()).min(1),
        /** As AWS has them; `arn:aws:iam:::role/x` is the role x of any account. */
        principals: z.array(z.string()).min(1),
        tagOptions: z.record(z.string(), z.array(z.string())).default({}),
      }),
    )
    .min(1),
});

export type ProductFile = z.output<typeof productFileSchema>;
export type CompanyFile = z.output<typeof companyFileSchema>;
export type Failure = z.output<typeof failure>;
