import { z } from 'zod';

const text = z.string().max(100_000);
const ruleId = z.string().min(1).max(500);
const index = z.number().int().min(-1);
const properties = z.record(z.string(), z.unknown());

const messageSchema = z.object({ text, markdown: text.optional() });

const levelSchema = z.enum(['none', 'note', 'warning', 'error']);

const artifactLocationSchema = z.object({
  uri: z.string().max(5_000),
  uriBaseId: z.string().max(200).optional(),
  index: index.optional(),
});

const locationSchema = z.object({
  physicalLocation: z.object({
    artifactLocation: artifactLocationSchema,
    region: z
      .object({
        startLine: z.number().int().positive(),
        startColumn: z.number().int().positive().optional(),
      })
      .optional(),
  }),
  logicalLocations: z
    .array(
      z.object({
        name: text.optional(),
        fullyQualifiedName: text,
        kind: z.string().max(200),
      }),
    )
    .optional(),
});

const ruleSchema = z.object({
  id: ruleId,
  name: z.string().max(500),
  shortDescription: messageSchema,
  fullDescription: messageSchema.optional(),
  help: messageSchema.optional(),
  helpUri: text.optional(),
  defaultConfiguration: z.object({ level: levelSchema }),
  properties,
});

const notificationSchema = z.object({
  descriptor: z.object({ id: z.string().max(200) }),
  level: levelSchema,
  message: messageSchema,
  associatedRule: z.object({ id: ruleId, index: index.optional() }).optional(),
  locations: z.array(locationSchema).optional(),
});

const resultSchema = z.object({
  ruleId,
  ruleIndex: index,
  kind: z.literal('fail'),
  level: levelSchema,
  message: messageSchema,
  locations: z.array(locationSchema),
  partialFingerprints: z.record(z.string(), text),
});

const runSchema = z.object({
  tool: z.object({
    driver: z.object({
      name: z.string().max(200),
      semanticVersion: z.string().max(200).optional(),
      informationUri: text.optional(),
      rules: z.array(ruleSchema).max(5_000),
      notifications: z.array(
        z.object({
          id: z.string().max(200),
          shortDescription: messageSchema,
        }),
      ),
    }),
  }),
  properties,
  originalUriBaseIds: z.record(
    z.string(),
    z.object({ description: messageSchema }),
  ),
  artifacts: z
    .array(
      z.object({
        location: artifactLocationSchema,
        hashes: z.record(z.string(), z.string().max(200)).optional(),
      }),
    )
    .max(100),
  columnKind: z.literal('unicodeCodePoints'),
  invocations: z
    .array(
      z.object({
        executionSuccessful: z.boolean(),
        toolExecutionNotifications: z.array(notificationSchema),
      }),
    )
    .max(10),
  results: z.array(resultSchema),
});

/**
 * The part of SARIF 2.1.0 that Paved Road's own check writes. What else a log
 * holds is left out; a log without any run is read as one in which nothing was
 * evaluated.
 *
 * @public
 */
export const pipelineSarifSchema = z.object({
  $schema: z.string().max(500),
  version: z.literal('2.1.0'),
  runs: z.array(runSchema).max(1),
});

/** @public */
export type PipelineSarif = z.infer<typeof pipelineSarifSchema>;
