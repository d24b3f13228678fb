import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_GOLDEN_PATH,
  ANNOTATION_GOLDEN_PATH_VERSION,
} from '@paved-road/backstage-plugin-paved-road-common';

/** The golden path and version that an entity says it came from. */
export interface PathClaim {
  /** An entity ref in full, or what stands there where it is none. */
  ref: string;
  version?: string;
}

/** More is no version. */
const MOST_OF_A_VERSION = 50;

/** @returns undefined for an entity that says it came from none */
export function readPathClaim(
  annotations: Record<string, string>,
): PathClaim | undefined {
  const ref = annotations[ANNOTATION_GOLDEN_PATH]?.trim();
  if (!ref) {
    return undefined;
  }
  const version = annotations[ANNOTATION_GOLDEN_PATH_VERSION]?.trim();
  return {
    ref: inFull(ref),
    version: version?.slice(0, MOST_OF_A_VERSION) || undefined,
  };
}

function inFull(ref: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'template',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return ref.slice(0, 500);
  }
}

/** Whether a claim names a template, so that it can be looked for. */
export function isTemplateRef(ref: string): boolean {
  return /^template:[^:/]+\/[^:/]+$/.test(ref);
}
