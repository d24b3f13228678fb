import {
  TAG_CHANGE,
  TAG_ENTITY,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ClaimedChange, hasSecrets } from '../changes';
import { AcceptedRecord, ProductProvisioner } from '../ProductProvisioner';
import { SendError } from '../SendError';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { explainRefusal } from './refusal';
import { sentParameters } from './sentParameters';

/** How an attempt to send ended; after `again` it is not known, or can be tried again. */
export type SendResult = 'accepted' | 'refused' | 'again';

/** Values that live in memory only, by the parameters' keys. */
export type Secrets = ReadonlyMap<string, string>;

/** Sends a change to AWS, with the change's own id as the token, and keeps the answer. */
export class ChangeSender {
  readonly #provisioner: ProductProvisioner;
  readonly #store: ProvisionedStore;

  constructor(options: {
    provisioner: ProductProvisioner;
    store: ProvisionedStore;
  }) {
    this.#provisioner = options.provisioner;
    this.#store = options.store;
  }

  async send(claimed: ClaimedChange, secrets: Secrets): Promise<SendResult> {
    try {
      await this.#store.accept(
        claimed.claim,
        await this.#request(claimed, secrets),
      );
      return 'accepted';
    } catch (error) {
      if (!(error instanceof SendError)) {
        throw error;
      }
      if (error.kind !== 'refused') {
        return 'again';
      }
      return this.#endRefused(claimed, error);
    }
  }

  async #endRefused(
    claimed: ClaimedChange,
    error: SendError,
  ): Promise<SendResult> {
    const { change, claim, provisioned } = claimed;
    const { account, kind, name } = change.request;
    const there = await this.#provisioner.readProvisioned(
      account,
      provisioned.awsId ? { awsId: provisioned.awsId } : { name },
    );
    const isOurs = there?.launchToken === change.id;
    if (kind === 'launch' && isOurs && there?.lastProvisioningRecordId) {
      // An earlier attempt was accepted, and this one met its own name.
      await this.#store.accept(claim, {
        recordId: there.lastProvisioningRecordId,
        awsId: there.awsId,
      });
      return 'accepted';
    }
    if (kind === 'terminate' && !there) {
      await this.#store.end(
        claim,
        { state: 'succeeded' },
        { status: 'TERMINATED' },
      );
      return 'accepted';
    }
    const problem = explainRefusal(error, {
      id: change.id,
      kind,
      name,
      secret: hasSecrets(change.request),
      taken: kind === 'launch' && there !== undefined,
    });
    await this.#store.end(
      claim,
      { state: 'refused', problem },
      kind === 'launch'
        ? { status: 'NOT_LAUNCHED' }
        : {
            status: there?.status ?? provisioned.status,
            statusMessage: there?.statusMessage,
          },
    );
    return 'refused';
  }

  async #request(
    { change, provisioned }: ClaimedChange,
    secrets: Secrets,
  ): Promise<AcceptedRecord> {
    const { request, id: token } = change;
    const { account, kind } = request;
    const awsId = provisioned.awsId ?? '';
    switch (kind) {
      case 'launch':
        return this.#provisioner.launch({
          account,
          token,
          name: request.name,
          product: request.product.id,
          version: request.version?.id ?? '',
          path: request.path,
          parameters: sentParameters(request.parameters, secrets),
          tags: [
            ...request.tags,
            { key: TAG_ENTITY, value: request.entityRef },
            { key: TAG_CHANGE, value: token },
          ],
        });
      case 'update':
        return this.#provisioner.update({
          account,
          token,
          awsId,
          product: request.product.id,
          version: request.version?.id ?? '',
          path: request.path,
          parameters: sentParameters(request.parameters, secrets),
        });
      case 'action':
        return this.#provisioner.runAction({
          account,
          token,
          awsId,
          action: request.action?.id ?? '',
        });
      default:
        return this.#provisioner.terminate({
          account,
          token,
          awsId,
          retainResources: request.retainResources === true,
        });
    }
  }
}
