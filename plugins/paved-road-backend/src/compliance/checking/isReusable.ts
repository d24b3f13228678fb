import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import { FinishedOutcome } from '../checks';

/** What a check is made with. */
export interface CheckContext {
  bundle: { digest: string };
  /** Packs that should be in force and are not. */
  missing: string[];
  info: EngineInfo;
  environment: string;
}

/** Whether the same documents would lead to the same conclusion again. */
export function isReusable(
  last: FinishedOutcome,
  { bundle, missing, info, environment }: CheckContext,
): boolean {
  return (
    missing.length === 0 &&
    last.bundleDigest === bundle.digest &&
    last.environment === environment &&
    last.engine.name === info.name &&
    last.engine.version === info.version
  );
}
