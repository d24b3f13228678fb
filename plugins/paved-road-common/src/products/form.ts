import { z } from 'zod';

/**
 * One parameter of a product's version, with what its values have to be like.
 *
 * @public
 */
export const productParameterSchema = z.object({
  key: z.string(),
  label: z.string().optional(),
  description: z.string().optional(),
  /** As CloudFormation calls it: `String`, `Number`, `CommaDelimitedList`, … */
  type: z.string(),
  default: z.string().optional(),
  /** Whether it may be left out; a secret's default is not shown. */
  hasDefault: z.boolean(),
  /** A secret: never stored, logged or sent back. */
  noEcho: z.boolean(),
  /** Empty where any value is allowed. */
  allowedValues: z.array(z.string()),
  allowedPattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  /** The product's own words for a value that is not allowed. */
  constraintDescription: z.string().optional(),
});

/** @public */
export type ProductParameter = z.infer<typeof productParameterSchema>;

/**
 * What a version of a product asks of those who launch it.
 *
 * @public
 */
export const productFormSchema = z.object({
  /** In the order of the product's makers; the last one may have no label. */
  groups: z.array(
    z.object({
      label: z.string().optional(),
      parameters: z.array(productParameterSchema),
    }),
  ),
  /** Tags of which one value each has to be chosen. */
  tagOptions: z.array(
    z.object({ key: z.string(), values: z.array(z.string()) }),
  ),
  /** What holds for the launch, in words. */
  constraints: z.array(
    z.object({ type: z.string(), description: z.string().optional() }),
  ),
  /** What the values have to be like together, in words. */
  rules: z.array(
    z.object({ name: z.string(), assertions: z.array(z.string()) }),
  ),
  /** The role that the launch is done with, where there is one. */
  launchRole: z.string().optional(),
  /** What a launched product will tell. */
  outputs: z.array(
    z.object({ key: z.string(), description: z.string().optional() }),
  ),
  /** ISO time at which the account was asked. */
  readAt: z.string(),
});

/** @public */
export type ProductForm = z.infer<typeof productFormSchema>;
