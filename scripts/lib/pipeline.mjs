import { randomBytes } from 'node:crypto';
import { fromRoot } from './paths.mjs';

/** What the portal knows the sandbox's pipeline by; another one at each start. */
const token = randomBytes(32).toString('base64url');

const TOKEN_VARIABLE = 'PAVED_ROAD_PIPELINE_TOKEN';

/** Hands the token to the portal, or to the forge that runs the pipeline. */
export const pipelineEnvironment = { [TOKEN_VARIABLE]: token };

/**
 * What makes the sandbox forge run the platform's pipeline, and deploy into the
 * sandbox AWS. The access key is a name rather than a secret.
 */
export function pipelineArguments({ portalPort, pagesPort, awsPort }) {
  return Object.entries({
    portal: `http://127.0.0.1:${portalPort}/api/paved-road`,
    pages: `http://localhost:${pagesPort}`,
    'token-env': TOKEN_VARIABLE,
    cli: fromRoot('packages/cli/bin/paved-road'),
    environment: 'production',
    workflow: 'meridian/pipelines/.github/workflows/paved-road.yml',
    aws: `http://localhost:${awsPort}`,
    product: 'Platform pipeline',
    'production-account': '444455556666',
    'deploy-key': 'SANDBOXDEPLOYPRODUCTION',
    // Who keeps the paved road agrees to changes of the platform's files.
    team: '@meridian/platform=priya.raman',
  }).flatMap(([option, value]) => [`--${option}`, value]);
}
