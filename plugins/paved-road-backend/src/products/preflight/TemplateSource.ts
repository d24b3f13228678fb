/** Reads the templates of products. */
export interface TemplateSource {
  /**
   * The CloudFormation template of a version, as text.
   *
   * @throws TemplateError where it can't be read; ProductSourceError where the
   * account does not answer; NotFoundError where it has no such version.
   */
  readTemplate(
    account: string,
    of: { product: string; version: string },
  ): Promise<string>;
}

/** A version's template can't be had, so nothing is known of what is in it. */
export class TemplateError extends Error {
  readonly name = 'TemplateError';
}
