import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ChangeAnswer,
  ChangePlan,
  launchProduct,
  OperationBody,
  planLaunch,
  planUpdate,
  Preflight,
  preflightLaunch,
  preflightUpdate,
  terminateProvisionedProduct,
  updateProvisionedProduct,
} from '@paved-road/backstage-plugin-paved-road-common';

/** Who asks, and until when. */
export interface ChangeOptions {
  credentials: BackstageCredentials;
  /** Ends a pre-flight or a plan where nobody waits for it any more. */
  signal?: AbortSignal;
}

/**
 * Changes what is provisioned, and says before what a change would do. Every
 * method throws NotFoundError for an entity, a product, a version or a
 * provisioned product that is not there or that the caller may not see,
 * NotAllowedError naming the permission that is missing, InputError naming each
 * value that is not as it has to be, and ServiceUnavailableError where the
 * account does not answer.
 */
export interface ProductChangeService {
  preflightLaunch(
    choice: OperationBody<typeof preflightLaunch>,
    options: ChangeOptions,
  ): Promise<Preflight>;

  planLaunch(
    choice: OperationBody<typeof planLaunch>,
    options: ChangeOptions,
  ): Promise<ChangePlan>;

  /**
   * @throws NotAllowedError where the rules stop it; ConflictError where the
   * name is taken, or the change's id belongs to another change.
   */
  launch(
    choice: OperationBody<typeof launchProduct>,
    options: ChangeOptions,
  ): Promise<ChangeAnswer>;

  preflightUpdate(
    id: string,
    choice: OperationBody<typeof preflightUpdate>,
    options: ChangeOptions,
  ): Promise<Preflight>;

  planUpdate(
    id: string,
    choice: OperationBody<typeof planUpdate>,
    options: ChangeOptions,
  ): Promise<ChangePlan>;

  /** @throws as `launch`; ConflictError also where another change goes on. */
  update(
    id: string,
    choice: OperationBody<typeof updateProvisionedProduct>,
    options: ChangeOptions,
  ): Promise<ChangeAnswer>;

  /** @throws ConflictError where another change goes on. */
  runAction(
    id: string,
    choice: { action: string; changeId: string },
    options: ChangeOptions,
  ): Promise<ChangeAnswer>;

  /** @throws as `runAction`. */
  terminate(
    id: string,
    choice: OperationBody<typeof terminateProvisionedProduct>,
    options: ChangeOptions,
  ): Promise<ChangeAnswer>;
}
