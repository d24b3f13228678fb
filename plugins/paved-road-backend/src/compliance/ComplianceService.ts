import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CheckDetail,
  CheckSummary,
  EntityPath,
  Excerpt,
  getExcerpt,
  listChecks,
  listRuleServices,
  OperationParams,
  OperationQuery,
  OperationResponse,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ServicePage, ServiceQuery } from './status/serviceList';

export type ExcerptQuery = OperationQuery<typeof getExcerpt>;

export interface ComplianceServiceOptions {
  /** Of the one who asks; what the catalog hides from them doesn't exist here. */
  credentials: BackstageCredentials;
}

/**
 * Answers what is known of services and their checks, and takes requests for
 * checks. Every method throws NotFoundError for a service that the catalog
 * doesn't have, hides from the caller, or that isn't on the paved road.
 */
export interface ComplianceService {
  /** @throws InputError for a cursor of another list. */
  listServices(
    query: ServiceQuery,
    options: ComplianceServiceOptions,
  ): Promise<ServicePage>;

  /**
   * The services that failed the rule when last checked, not too long ago.
   *
   * @throws NotFoundError for a rule that isn't in force; InputError for a
   * cursor of another list.
   */
  listRuleServices(
    rule: OperationParams<typeof listRuleServices>,
    query: OperationQuery<typeof listRuleServices>,
    options: ComplianceServiceOptions,
  ): Promise<OperationResponse<typeof listRuleServices>>;

  getService(
    path: EntityPath,
    options: ComplianceServiceOptions,
  ): Promise<ServiceCompliance>;

  /** @throws NotFoundError for a document or a line that the newest check doesn't have. */
  getExcerpt(
    path: EntityPath,
    query: ExcerptQuery,
    options: ComplianceServiceOptions,
  ): Promise<Excerpt>;

  /** @throws InputError for a cursor of another list. */
  listChecks(
    path: EntityPath,
    query: OperationQuery<typeof listChecks>,
    options: ComplianceServiceOptions,
  ): Promise<OperationResponse<typeof listChecks>>;

  /** @throws NotFoundError for a check that isn't the service's. */
  getCheck(
    path: EntityPath,
    checkId: string,
    options: ComplianceServiceOptions,
  ): Promise<CheckDetail>;

  /** Asks for a check, or answers the one that waits already. */
  createCheck(
    path: EntityPath,
    options: ComplianceServiceOptions,
  ): Promise<CheckSummary>;
}
