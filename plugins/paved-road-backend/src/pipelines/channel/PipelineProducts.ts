import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  ChannelSettings,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProvisionedProductService } from '../../products/provisioned/reading/ProvisionedProductService';
import { Look, PipelineProduct } from './facts';

const PAGE = 1_000;

/** What was read from AWS longer ago is known no more. */
const FRESH_MS = 60 * 60 * 1_000;

/** Knows the pipelines that are provisioned products, of all services at once. */
export class PipelineProducts {
  readonly #settings: ChannelSettings;
  readonly #auth: AuthService;
  readonly #provisionedService: ProvisionedProductService;
  readonly #logger: LoggerService;

  constructor(options: {
    settings: ChannelSettings;
    auth: AuthService;
    provisionedService: ProvisionedProductService;
    logger: LoggerService;
  }) {
    this.#settings = options.settings;
    this.#auth = options.auth;
    this.#provisionedService = options.provisionedService;
    this.#logger = options.logger;
  }

  /** Undefined where the channel offers no product. */
  async read(): Promise<Look<PipelineProduct[]> | undefined> {
    const { serviceCatalog } = this.#settings;
    if (!serviceCatalog) {
      return undefined;
    }
    try {
      const provisioned = await this.#readAll(serviceCatalog.account);
      return {
        known: true,
        value: provisioned
          .filter(({ product }) => product.id === serviceCatalog.productId)
          .map(toPipeline),
      };
    } catch (error) {
      this.#logger.warn('The pipelines can not be read', toError(error));
      return {
        known: false,
        problem: 'The portal can’t read its provisioned products now.',
      };
    }
  }

  async #readAll(account: string): Promise<ProvisionedProductSummary[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const all: ProvisionedProductSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#provisionedService.listProvisioned(
        { account: [account], limit: PAGE, cursor },
        { credentials },
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }
}

function toPipeline({
  entityRef,
  name,
  origin,
  readAt,
  status,
}: ProvisionedProductSummary): PipelineProduct {
  const isFresh =
    readAt !== undefined && Date.now() - Date.parse(readAt) < FRESH_MS;
  return {
    name,
    entityRef,
    fromPortal: origin === 'portal',
    status: status === 'AVAILABLE' && !isFresh ? 'UNKNOWN' : status,
  };
}
