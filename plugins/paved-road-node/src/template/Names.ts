import { Kept, kept, known, later, nothing, Resolved } from './resolved';
import { TemplateValues } from './types';

export interface NamesOptions {
  parameters: ReadonlyMap<string, Resolved>;
  pseudo: TemplateValues['pseudo'];
  resources: ReadonlySet<string>;
  /** Whether the resource's condition is known not to hold. */
  isLeftOut(resource: string): boolean;
}

/** The names that a template can refer to. */
export class Names {
  readonly #parameters: ReadonlyMap<string, Resolved>;
  readonly #pseudo: ReadonlyMap<string, string | undefined>;
  readonly #resources: ReadonlySet<string>;
  readonly #isLeftOut: (resource: string) => boolean;

  constructor({ parameters, pseudo, resources, isLeftOut }: NamesOptions) {
    this.#parameters = parameters;
    this.#resources = resources;
    this.#isLeftOut = isLeftOut;
    this.#pseudo = new Map([
      ['AWS::AccountId', pseudo.accountId],
      ['AWS::NotificationARNs', undefined],
      ['AWS::Partition', pseudo.partition],
      ['AWS::Region', pseudo.region],
      ['AWS::StackId', undefined],
      ['AWS::StackName', undefined],
      ['AWS::URLSuffix', pseudo.urlSuffix],
    ]);
  }

  /** What `Ref` of the name comes to. */
  reference(name: string): Resolved {
    if (name === 'AWS::NoValue') {
      return nothing;
    }
    const placed = { Ref: name };
    const parameter = this.#parameters.get(name);
    if (parameter) {
      return parameter;
    }
    if (!this.#pseudo.has(name)) {
      return this.attribute(name, placed);
    }
    const value = this.#pseudo.get(name);
    return value === undefined
      ? later(placed, `${name} is known only at launch`)
      : known(value);
  }

  /** What is of a resource: it is known only when there is one. */
  attribute(resource: string, placed: unknown): Kept {
    if (!this.#resources.has(resource)) {
      return kept(placed, `The template has no ${resource} to refer to`);
    }
    return this.#isLeftOut(resource)
      ? kept(placed, `${resource} is left out by its condition`)
      : later(placed, `${resource} is known only once it is created`);
  }
}
