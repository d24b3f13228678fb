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
  tool: {
    driver: {
      name: string;
      rules: { id: string; shortDescription: { text: string } }[];
    };
  };
  results: SarifResult[];
}

/** @public */
export interface SarifResult {
  ruleId: string;
  level: string;
  message: { text: string };
  locations: object[];
}
