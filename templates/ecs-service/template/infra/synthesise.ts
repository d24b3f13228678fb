import { App, LegacyStackSynthesizer } from 'aws-cdk-lib';
import { ServiceStack } from './service-stack.js';
import type { Settings } from './types.js';

/**
 * Writes the stack's template into the directory: plain CloudFormation that any
 * account takes. Asks no account and no network, and needs no bootstrapping.
 */
export function synthesise(settings: Settings, outdir: string): void {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    context: {
      '@aws-cdk/aws-iam:minimizePolicies': true,
      '@aws-cdk/core:checkSecretUsage': true,
      '@aws-cdk/core:target-partitions': ['aws'],
    },
  });
  new ServiceStack(app, 'Service', {
    settings,
    description: `${settings.name}, the service and its load balancer`,
    synthesizer: new LegacyStackSynthesizer(),
  });
  app.synth();
}
