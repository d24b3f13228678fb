import { Refusal } from '../Refusal.mjs';

/**
 * The Terraform plan among a verdict's documents; undefined where there is none.
 *
 * @throws Refusal where one run can't deploy them all.
 */
export function findPlan(documents) {
  const plans = documents.filter(({ format }) => format === 'terraform-plan');
  if (plans.length > 0 && documents.length > 1) {
    throw new Refusal(
      `${plans[0].path} is a Terraform plan and not the only document. A service is deployed by one plan, or by CloudFormation: make the others a service of their own`,
      1,
    );
  }
  return plans[0];
}
