import { GoldenPath } from './goldenPaths';
import { Choices, questionsOf } from './questions';

/** What somebody answers, whichever golden path asks for it. */
const everyday: Record<string, unknown> = {
  name: 'standing-orders',
  description: 'Keeps the customers’ standing orders',
  owner: 'group:default/payments',
  system: 'system:default/payment-processing',
  repoUrl: 'github.com?owner=meridian&repo=standing-orders',
  jwtIssuer: 'https://login.meridian.example/oauth2/default',
  jwtAudience: 'api://standing-orders',
  subnetIds: ['subnet-04b1d7a3c9e85f206', 'subnet-0a6c2e94f18b37d50'],
  securityGroupId: 'sg-0c3b1f6f8a5d42e97',
  accountId: '444455556666',
  region: 'eu-central-1',
  component: 'component:default/standing-orders',
  documents: 'infra/*.yaml',
};

/** What the platform's pipeline gives to a stack. */
export const pipelineParameters: Record<string, string> = {
  ArtifactBucket: 'meridian-artifacts-444455556666',
  ArtifactKey: 'standing-orders/3f2a9c.zip',
  ImageDigest: `sha256:${'6f1d0a9c'.repeat(8)}`,
};

/** All that the form sends for the choices; nothing that it doesn't ask for. */
export function answersFor(
  path: GoldenPath,
  choices: Choices,
): Record<string, unknown> {
  const asked = [...questionsOf(path, choices).keys()].map(name => {
    if (!(name in everyday)) {
      throw new Error(`Say in answers.ts what is answered to ${name}`);
    }
    return [name, everyday[name]] as const;
  });
  return { ...Object.fromEntries(asked), ...choices };
}
