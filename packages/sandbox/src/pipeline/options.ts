import { Production } from './deploy/runDeploy';
import { Portal } from './verdict/runCheck';

/** What the sandbox's pipeline works with. */
export interface PipelineOptions {
  /** Where runs are remembered. */
  dataDirectory: string;
  portal: Portal;
  /** The platform's reusable workflow: `owner/repository/.github/workflows/file.yml`. */
  workflow?: string;
  /** Where pipelines are provisioned from a product. */
  provisioned?: {
    aws: string;
    product: string;
    /** How often is looked for new ones. */
    lookMs?: number;
  };
  /** Absent where nothing is deployed. */
  production?: Production;
  /** How long a team's build may take. */
  buildMs?: number;
}
