/**
 * A log of SARIF 2.1.0, as far as it is written here.
 *
 * @public
 */
export interface SarifLog {
  $schema: string;
  version: '2.1.0';
  runs: SarifRun[];
}

/** @public */
export interface SarifRun {
  tool: { driver: SarifDriver };
  /** The environment whose enforcement the levels follow, and the bundle. */
  properties: Record<string, unknown>;
  originalUriBaseIds: Record<string, { description: SarifMessage }>;
  artifacts: SarifArtifact[];
  columnKind: 'unicodeCodePoints';
  invocations: SarifInvocation[];
  results: SarifResult[];
}

/** @public */
export interface SarifDriver {
  name: string;
  semanticVersion?: string;
  informationUri?: string;
  rules: SarifRule[];
  notifications: { id: string; shortDescription: SarifMessage }[];
}

/** @public */
export interface SarifMessage {
  text: string;
  markdown?: string;
}

/** @public */
export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

/** @public */
export interface SarifRule {
  id: string;
  name: string;
  shortDescription: SarifMessage;
  fullDescription?: SarifMessage;
  help?: SarifMessage;
  helpUri?: string;
  defaultConfiguration: { level: SarifLevel };
  properties: Record<string, unknown>;
}

/** @public */
export interface SarifArtifact {
  location: SarifArtifactLocation;
  hashes?: Record<string, string>;
}

/** @public */
export interface SarifArtifactLocation {
  uri: string;
  uriBaseId?: string;
  index?: number;
}

/** @public */
export interface SarifLocation {
  physicalLocation: {
    artifactLocation: SarifArtifactLocation;
    region?: { startLine: number; startColumn?: number };
  };
  logicalLocations?: {
    name?: string;
    fullyQualifiedName: string;
    kind: string;
  }[];
}

/** @public */
export interface SarifNotification {
  descriptor: { id: string };
  level: SarifLevel;
  message: SarifMessage;
  associatedRule?: { id: string; index?: number };
  locations?: SarifLocation[];
}

/** @public */
export interface SarifInvocation {
  /** False where a verdict is missing. */
  executionSuccessful: boolean;
  toolExecutionNotifications: SarifNotification[];
}

/** @public */
export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  kind: 'fail';
  level: SarifLevel;
  message: SarifMessage;
  locations: SarifLocation[];
  partialFingerprints: Record<string, string>;
}
