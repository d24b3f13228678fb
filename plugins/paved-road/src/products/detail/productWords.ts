const productTypes: Record<string, string> = {
  CLOUD_FORMATION_TEMPLATE: 'CloudFormation template',
  MARKETPLACE: 'From AWS Marketplace',
  TERRAFORM_OPEN_SOURCE: 'Terraform',
  TERRAFORM_CLOUD: 'Terraform Cloud',
  EXTERNAL: 'Launched by an engine outside AWS',
};

const constraintTypes: Record<string, string> = {
  LAUNCH: 'Launch role',
  NOTIFICATION: 'Notifications',
  TEMPLATE: 'Limits on the parameters',
  STACKSET: 'Accounts and regions',
  RESOURCE_UPDATE: 'Tags on update',
  UNKNOWN: 'Constraint',
};

/** What is launched, in words; AWS's own where there are none here. */
export function productTypeWords(type: string): string {
  return wordsOf(productTypes, type);
}

/** What a constraint is about, in words; AWS's own where there are none here. */
export function constraintWords(type: string): string {
  return wordsOf(constraintTypes, type);
}

function wordsOf(words: Record<string, string>, type: string): string {
  return Object.hasOwn(words, type) ? words[type] : type;
}
