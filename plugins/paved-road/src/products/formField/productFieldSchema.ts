import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/**
 * What the field `PavedRoadProduct` gives to a template, and what it can be told.
 *
 * @public
 */
export const productFieldSchema = makeFieldSchema({
  output: z =>
    z.object({
      account: z.string(),
      product: z.string(),
      version: z.string(),
      path: z.string().optional(),
      parameters: z
        .record(z.string())
        .describe('The values by their keys, without the secret ones'),
      tags: z.record(z.string()),
      secretKeys: z
        .array(z.string())
        .describe(
          'Parameters whose values are secrets of the task, each as product_<key>',
        ),
      secretProblems: z
        .array(z.string())
        .optional()
        .describe('What is wrong with secrets; the form cannot be sent then'),
    }),
  uiOptions: z =>
    z.object({
      account: z
        .string()
        .optional()
        .describe('id of the account, where it is not to be chosen'),
      product: z
        .string()
        .optional()
        .describe('id of the product, where it is not to be chosen'),
      version: z
        .string()
        .optional()
        .describe('id of the version, where it is not to be chosen'),
    }),
});

export type ProductFieldProps = typeof productFieldSchema.TProps;

/**
 * What the field `PavedRoadProduct` can be told by the author of a template.
 *
 * @public
 */
export type ProductFieldOptions = typeof productFieldSchema.uiOptionsType;

/**
 * What the field `PavedRoadProduct` gives to a template.
 *
 * @public
 */
export type ProductFieldValue = typeof productFieldSchema.TOutput;

/** Where a secret parameter stands among the secrets of the task. */
export function secretName(key: string): string {
  return `product_${key}`;
}
