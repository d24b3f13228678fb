import { Refusal } from '../Refusal.mjs';
import { judgePaths } from './judgePaths.mjs';
import { judgeProviders } from './providers.mjs';

/**
 * Refuses a plan that is no whole one, or that would run anything when it is
 * applied: by what Terraform itself has read in the configuration.
 */
export async function judgePlan({ plan, root, folder }) {
  const {
    configuration,
    resource_changes: changes = [],
    resource_drift: drift = [],
    action_invocations: actions = [],
  } = plan;
  if (
    !/^1\./.test(plan.format_version ?? '') ||
    plan.errored === true ||
    plan.complete === false ||
    typeof configuration?.root_module !== 'object'
  ) {
    throw new Refusal('The plan is not a whole one, so it is not applied');
  }
  if (actions.length > 0) {
    throw new Refusal('The plan has actions, which nobody has checked', 1);
  }
  judgeProviders(
    [
      ...Object.values(configuration.provider_config ?? {}).map(
        ({ full_name: name }) => name,
      ),
      ...[...changes, ...drift].map(({ provider_name: name }) => name),
    ],
    'The plan',
  );
  judgeModule(configuration.root_module, '');
  await judgePaths({ changes, root, folder });
}

function judgeModule({ resources = [], module_calls: calls = {} }, within) {
  for (const { address, provisioners = [] } of resources) {
    if (provisioners.length > 0) {
      throw new Refusal(
        `${within}${address} has a provisioner, which would run where the credentials are`,
        1,
      );
    }
  }
  for (const [name, { source, module = {} }] of Object.entries(calls)) {
    if (!/^\.\.?\//.test(source)) {
      throw new Refusal(
        `The module ${within}${name} comes from ${source}, and not from what was built`,
        1,
      );
    }
    judgeModule(module, `${within}module.${name}.`);
  }
}
