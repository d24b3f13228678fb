import { LaunchPath, Product, Version } from './model';
import { TemplateParameter } from './template';

/** Members that aren't there are left out of JSON; AWS does so, too. */
function constraintsOf(parameter: TemplateParameter) {
  const constraints = {
    AllowedValues: parameter.AllowedValues,
    AllowedPattern: parameter.AllowedPattern,
    ConstraintDescription: parameter.ConstraintDescription,
    MinLength: parameter.MinLength,
    MaxLength: parameter.MaxLength,
    MinValue: parameter.MinValue,
    MaxValue: parameter.MaxValue,
  };
  return Object.values(constraints).some(value => value !== undefined)
    ? constraints
    : undefined;
}

/** AWS's ProvisioningArtifactParameters: the limits are strings, and there may be none. */
export function parametersOf(version: Version) {
  return Object.entries(version.template.Parameters).map(
    ([key, parameter]) => ({
      ParameterKey: key,
      DefaultValue: parameter.Default,
      ParameterType: parameter.Type,
      IsNoEcho: parameter.NoEcho,
      Description: parameter.Description,
      ParameterConstraints: constraintsOf(parameter),
    }),
  );
}

/** The template's rules, and those that template constraints add. */
export function rulesOf(
  product: Pick<Product, 'templateConstraints'>,
  version: Pick<Version, 'template'>,
): Record<string, unknown> {
  return Object.assign(
    {},
    version.template.Rules,
    ...product.templateConstraints.map(({ rules }) => rules),
  );
}

/** The ARN of the role that a launch constraint names, in the account of the launch. */
export function launchRoleArn(
  product: Product,
  account: string,
): string | undefined {
  return product.launchRole
    ? `arn:aws:iam::${account}:role/${product.launchRole}`
    : undefined;
}

export function constraintSummaries(product: Product, account: string) {
  const role = launchRoleArn(product, account);
  return [
    ...(role ? [{ Type: 'LAUNCH', Description: `Launched as ${role}` }] : []),
    ...product.templateConstraints.map(({ description }) => ({
      Type: 'TEMPLATE',
      Description: description,
    })),
  ];
}

export function usageInstructions(
  product: Product,
  version: Version,
  account: string,
) {
  const { template } = version;
  const role = launchRoleArn(product, account);
  return [
    { Type: 'rules', Value: JSON.stringify(rulesOf(product, version)) },
    { Type: 'metadata', Value: JSON.stringify(template.Metadata) },
    {
      Type: 'version',
      Value: template.AWSTemplateFormatVersion ?? '2010-09-09',
    },
    ...(role ? [{ Type: 'launchAsRole', Value: role }] : []),
    { Type: 'tagUpdateOnProvisionedProduct', Value: 'ALLOWED' },
  ];
}

/** The TagOptions of the portfolio and of the product, which allows only what both allow. */
export function tagOptionsOf(product: Product, path: LaunchPath) {
  const merged = new Map(Object.entries(path.portfolio.tagOptions));
  for (const [key, values] of Object.entries(product.tagOptions)) {
    const given = merged.get(key);
    merged.set(
      key,
      given ? given.filter(value => values.includes(value)) : values,
    );
  }
  return [...merged].map(([Key, Values]) => ({ Key, Values }));
}
