import { findPlan } from './terraform/findPlan.mjs';
import { judgeTerraform } from './terraform/judgeTerraform.mjs';

/**
 * Refuses, already before a merge, what the rules pass and the deployment would
 * refuse.
 */
export async function judgeBuilt({ directory, documents }) {
  const plan = findPlan(documents);
  if (plan) {
    await judgeTerraform({ root: directory, path: plan.path });
  }
}
