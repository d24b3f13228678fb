import {
  enforcementSchema,
  ruleDetailSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { z } from 'zod';

/** Lies at the archive's root and says all that the rule files don't. */
export const BUNDLE_FILE = 'bundle.json';

/** Rules go by the pack that they stand in; their sources lie beside. */
const archivedRuleSchema = ruleDetailSchema
  .omit({ id: true, pack: true, digest: true, broken: true })
  .extend({
    /** Paths within the pack of the Guard files that declare the rule. */
    files: z.array(z.string()).min(1),
  });

export const bundleFileSchema = z.object({
  /** Another number is a form that this code doesn't know. */
  format: z.literal(1),
  /** `sha256:<hex>` */
  digest: z.string(),
  environments: z
    .array(z.object({ name: z.string(), enforcement: enforcementSchema }))
    .min(1),
  packs: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.string().optional(),
        owner: z.string().optional(),
        proposeChanges: z.string().optional(),
        rules: z.array(archivedRuleSchema).min(1),
      }),
    )
    .min(1),
});

export type BundleFile = z.infer<typeof bundleFileSchema>;

export type ArchivedPack = BundleFile['packs'][number];

/** Where a pack's file lies in the archive. */
export function placeOf(pack: string, path: string): string {
  return `packs/${pack}/${path}`;
}
