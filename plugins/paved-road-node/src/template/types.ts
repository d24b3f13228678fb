/**
 * What is chosen for a template.
 *
 * @public
 */
export interface TemplateValues {
  /** As text, by the parameter's name; the template's default where there is none. */
  parameters: Record<string, string | undefined>;
  /** What `AWS::AccountId` and the like stand for; the ones left out stay references. */
  pseudo: {
    accountId: string;
    region: string;
    partition?: string;
    urlSuffix?: string;
  };
}

/**
 * A part of a template that can't be known before the launch.
 *
 * @public
 */
export interface UnresolvedPart {
  /** Its logical id, where the part is of a resource. */
  resource?: string;
  /** Where it is in the resolved template, as `/Resources/Logs/Properties/Tags/0`. */
  propertyPath: string;
  /** In plain words. */
  reason: string;
}

/**
 * A template with the chosen values put in.
 *
 * @public
 */
export interface ResolvedTemplate {
  /** JSON that the policy engine reads, with the long forms of functions. */
  content: string;
  /** At most 100, and then one that says how many more there are. */
  unresolved: UnresolvedPart[];
}
