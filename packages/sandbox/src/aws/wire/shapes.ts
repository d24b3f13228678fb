import { z } from 'zod';

/**
 * The members that operations share, with the limits of AWS's API model. AWS
 * wants a pattern to match the whole value.
 */
const matching = (pattern: string, flags = '') =>
  z.string().regex(new RegExp(`^(?:${pattern})$`, `s${flags}`), pattern);

const ARN = String.raw`arn:[a-z0-9-\.]{1,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[^/].{0,1023}`;

export const id = matching('[a-zA-Z0-9_-]*').min(1).max(100);
export const token = matching('[a-zA-Z0-9][a-zA-Z0-9_-]*').min(1).max(128);
export const productName = z.string().max(8191).optional();
export const artifactName = z.string().max(8192).optional();
export const pathName = z.string().min(1).max(100).optional();
export const provisionedProductName = matching('[a-zA-Z0-9][a-zA-Z0-9._-]*')
  .min(1)
  .max(128);
export const provisionedProductNameOrArn = matching(
  `[a-zA-Z0-9][a-zA-Z0-9._-]{0,127}|${ARN}`,
)
  .min(1)
  .max(1224);

const tagText = String.raw`([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`;
export const tags = z
  .array(
    z.object({
      Key: matching(tagText, 'u').min(1).max(128),
      Value: matching(tagText, 'u').min(1).max(256),
    }),
  )
  .max(50)
  .optional();

const parameterKey = z.string().min(1).max(1000).optional();
const parameterValue = z.string().max(4096).optional();
export const provisioningParameters = z
  .array(z.object({ Key: parameterKey, Value: parameterValue }))
  .optional();
export const updateParameters = z
  .array(
    z.object({
      Key: parameterKey,
      Value: parameterValue,
      UsePreviousValue: z.boolean().optional(),
    }),
  )
  .optional();

export const accessLevel = z
  .object({
    Key: z.enum(['Account', 'Role', 'User']).optional(),
    Value: z.string().optional(),
  })
  .optional();

export const sortOrder = z.enum(['ASCENDING', 'DESCENDING']).optional();

const acceptLanguage = z.string().max(100).optional();

/** An operation's input; AWS ignores members that it doesn't know. */
export const input = <T extends z.ZodRawShape>(members: T) =>
  z.object({ AcceptLanguage: acceptLanguage, ...members });

/** The input of an operation that answers page by page. */
export const pagedInput = <T extends z.ZodRawShape>(
  largestPage: number,
  members: T,
) =>
  input({
    PageSize: z.number().int().min(0).max(largestPage).optional(),
    PageToken: z.string().max(2024).optional(),
    ...members,
  });

/** Which version of which product, along which launch path. */
export const launchMembers = {
  ProductId: id.optional(),
  ProductName: productName,
  ProvisioningArtifactId: id.optional(),
  ProvisioningArtifactName: artifactName,
  PathId: id.optional(),
  PathName: pathName,
};
