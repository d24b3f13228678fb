import { NotFoundError } from '@backstage/errors';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { ForgeRunner } from '../forge/startForge';
import { PipelineOptions } from './options';
import { runRoutes } from './pages/runRoutes';
import { Runner } from './Runner';
import { DEPLOY_CHECK } from './statuses';

/**
 * The sandbox's pipeline, as the forge takes it: on a push it runs the team's
 * build, then the platform's check, and deploys what was merged and passes.
 */
export function createRunner(options: PipelineOptions): ForgeRunner {
  let runner: Runner | undefined;
  return {
    checks: [REQUIRED_CHECK, DEPLOY_CHECK],
    routes: store =>
      runRoutes(store, {
        portal: options.portal.pages,
        runner: () => {
          if (!runner) {
            throw new NotFoundError('The pipeline is only just starting');
          }
          return runner;
        },
      }),
    start: async ({ store, url }) => {
      runner = new Runner(options, store, url);
      await runner.start();
    },
    stop: async () => runner?.stop(),
  };
}
