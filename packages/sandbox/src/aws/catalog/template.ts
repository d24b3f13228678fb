import { z } from 'zod';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const parameterSchema = z.object({
  Type: z.string(),
  Default: text.optional(),
  Description: z.string().optional(),
  NoEcho: z.union([z.boolean(), z.stringbool()]).default(false),
  AllowedValues: z.array(text).optional(),
  AllowedPattern: z.string().optional(),
  ConstraintDescription: z.string().optional(),
  MinLength: text.optional(),
  MaxLength: text.optional(),
  MinValue: text.optional(),
  MaxValue: text.optional(),
});

const things = z.record(z.string(), z.unknown());

/** The parts of a CloudFormation template that the sandbox looks at. */
export const templateSchema = z.looseObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: things.default({}),
  Parameters: z.record(z.string(), parameterSchema).default({}),
  Rules: things.default({}),
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
  Outputs: z
    .record(z.string(), z.looseObject({ Description: z.string().optional() }))
    .default({}),
});

export type Template = z.output<typeof templateSchema>;
export type TemplateParameter = z.output<typeof parameterSchema>;
