import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Environment,
  resolveTemplate,
} from '@paved-road/backstage-plugin-paved-road-node';
import { ProductAccountConfig } from '../../config';
import { DocumentCheckService } from '../../compliance/documentCheck/DocumentCheckService';
import { BundleService } from '../../rules/BundleService';
import { AnswerCache } from '../AnswerCache';
import { placeOf } from './placeOf';
import { TemplateError, TemplateSource } from './TemplateSource';
import { toPreflight, unknownPreflight } from './toPreflight';

/** What is about to be launched. */
export interface PreflightRequest {
  account: ProductAccountConfig;
  product: string;
  version: string;
  /** All that is known, secrets included; the others have the template's defaults. */
  values: Record<string, string>;
}

/** Who asks, and until when. */
export interface PreflightOptions {
  credentials: BackstageCredentials;
  /** Ends the check where nobody waits for it any more. */
  signal?: AbortSignal;
}

/** Says what the rules say of a product before it is launched or updated. */
export interface PreflightService {
  /**
   * Where nothing can be known, the verdict is `unknown` and `problem` says why.
   *
   * @throws NotFoundError where the account has no such product or version;
   * ServiceUnavailableError where the account does not answer.
   */
  check(
    request: PreflightRequest,
    options: PreflightOptions,
  ): Promise<Preflight>;
}

export class DefaultPreflightService implements PreflightService {
  readonly #templates: TemplateSource;
  readonly #answers: AnswerCache;
  readonly #bundleService: BundleService;
  readonly #documentCheckService: DocumentCheckService;
  readonly #environments: Environment[];

  constructor(options: {
    templates: TemplateSource;
    answers: AnswerCache;
    bundleService: BundleService;
    documentCheckService: DocumentCheckService;
    environments: Environment[];
  }) {
    this.#templates = options.templates;
    this.#answers = options.answers;
    this.#bundleService = options.bundleService;
    this.#documentCheckService = options.documentCheckService;
    this.#environments = options.environments;
  }

  async check(
    request: PreflightRequest,
    options: PreflightOptions,
  ): Promise<Preflight> {
    const { account } = request;
    const environment = this.#environments.find(
      ({ name }) => name === account.environment,
    )!;
    let template: string;
    try {
      template = await this.#readTemplate(request);
    } catch (error) {
      if (error instanceof TemplateError) {
        return unknownPreflight(environment, error.message);
      }
      throw error;
    }
    try {
      const { content, unresolved } = resolveTemplate(template, {
        parameters: request.values,
        pseudo: {
          accountId: account.accountId,
          region: account.region,
          ...placeOf(account.region),
        },
      });
      const { bundle } = await this.#bundleService.getBundle();
      const { report } = await this.#documentCheckService.checkDocuments(
        {
          documents: [{ path: 'template.json', content }],
          environment: environment.name,
        },
        options,
      );
      return toPreflight(report, bundle, {
        environment: environment.name,
        unresolved,
      });
    } catch (error) {
      if (
        error instanceof InputError ||
        (error instanceof ServiceUnavailableError && !options.signal?.aborted)
      ) {
        return unknownPreflight(environment, error.message);
      }
      throw error;
    }
  }

  async #readTemplate({
    account,
    product,
    version,
  }: PreflightRequest): Promise<string> {
    const { value } = await this.#answers.get(
      JSON.stringify(['template', account.id, product, version]),
      () => this.#templates.readTemplate(account.id, { product, version }),
    );
    return value;
  }
}
