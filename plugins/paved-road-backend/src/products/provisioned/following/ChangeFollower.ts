import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ProductSourceError } from '../../ProductSourceError';
import { ClaimedChange, hasSecrets, KeptChange } from '../changes';
import { ProductProvisioner, ReadRecord } from '../ProductProvisioner';
import { ChangeSender } from '../sending/ChangeSender';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { conclude, isFinal, isSettled } from './conclude';
import { paceOf, SLOW_MS } from './pace';

/** So long what was sent may take to show in AWS's answers. */
const GRACE_MS = 15 * 60_000;

/** Clocks may differ by as much. */
const SKEW_MS = 5 * 60_000;

const RECORD_TYPES = {
  launch: 'PROVISION_PRODUCT',
  update: 'UPDATE_PROVISIONED_PRODUCT',
  action: 'EXECUTE_PROVISIONED_PRODUCT_SERVICE_ACTION',
  terminate: 'TERMINATE_PROVISIONED_PRODUCT',
};

const AT_ONCE = 4;

const NO_SECRETS = new Map<string, string>();

/** Brings the changes that go on one step further, whatever has happened to the portal meanwhile. */
export class ChangeFollower {
  readonly #store: ProvisionedStore;
  readonly #provisioner: ProductProvisioner;
  readonly #sender: ChangeSender;
  readonly #announcer: ChangeAnnouncer;
  readonly #logger: LoggerService;

  constructor(options: {
    store: ProvisionedStore;
    provisioner: ProductProvisioner;
    sender: ChangeSender;
    announcer: ChangeAnnouncer;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#provisioner = options.provisioner;
    this.#sender = options.sender;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
  }

  /** Looks at all that are due, some at once: one account may keep others waiting. */
  async followDue(signal?: AbortSignal): Promise<void> {
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => this.#followSome(signal)),
    );
  }

  async #followSome(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const claimed = await this.#store.claimNext();
      if (!claimed) {
        return;
      }
      await this.#step(claimed);
    }
  }

  async #step(claimed: ClaimedChange): Promise<void> {
    const { change, claim } = claimed;
    try {
      await (change.recordId
        ? this.#follow(claimed, change.recordId)
        : this.#recover(claimed));
    } catch (caught) {
      const error = toError(caught);
      if (!(error instanceof ProductSourceError)) {
        this.#logger.error(`The change ${change.id} can't be followed`, error);
      }
      await this.#store.release(claim, {
        afterMs: Math.max(paceOf(claimed.ageMs), 15_000),
        problem:
          error instanceof ProductSourceError
            ? error.problem
            : {
                code: 'portal',
                message:
                  'The portal can’t follow it for the moment; its log says why',
              },
      });
    }
    await this.#announceNews(change);
  }

  async #follow(claimed: ClaimedChange, recordId: string): Promise<void> {
    const { change, provisioned } = claimed;
    const { account } = change.request;
    const record = await this.#provisioner.readRecord(account, recordId);
    if (!record) {
      await this.#lookAgain(claimed, undefined, {
        code: 'no-record',
        message: 'AWS has taken it, and does not tell of it yet',
      });
      return;
    }
    if (!isFinal(record)) {
      await this.#lookAgain(claimed, record);
      return;
    }
    const product = await this.#provisioner.readProvisioned(
      account,
      provisioned.awsId
        ? { awsId: provisioned.awsId }
        : { name: provisioned.name },
    );
    const wasFinal = change.recordStatus === record.status;
    if (!isSettled(claimed, record, product) && !wasFinal) {
      await this.#lookAgain(claimed, record);
      return;
    }
    const { end, state } = conclude(claimed, record, product);
    await this.#store.end(claimed.claim, end, state);
  }

  /** Finds out what has become of a change of which no answer has come. */
  async #recover(claimed: ClaimedChange): Promise<void> {
    if (await this.#adopt(claimed)) {
      await this.#lookAgain(claimed);
      return;
    }
    if (!hasSecrets(claimed.change.request)) {
      await this.#sendAgain(claimed);
      return;
    }
    if (claimed.ageMs < GRACE_MS) {
      await this.#lookAgain(claimed, undefined, {
        code: 'looking',
        message:
          'No answer has come from AWS, and the secret values are kept nowhere to send them again; the portal looks whether AWS has it',
      });
      return;
    }
    const { kind } = claimed.change.request;
    await this.#store.end(
      claimed.claim,
      {
        state: 'interrupted',
        problem: {
          code: 'interrupted',
          message:
            'It never came to AWS: nothing was changed. Begin anew, with the secret values once more',
        },
      },
      kind === 'launch'
        ? { status: 'NOT_LAUNCHED' }
        : { status: claimed.provisioned.status },
    );
  }

  async #sendAgain(claimed: ClaimedChange): Promise<void> {
    const result = await this.#sender.send(claimed, NO_SECRETS);
    if (result === 'again') {
      await this.#lookAgain(claimed, undefined, {
        code: 'sending',
        message: 'AWS has not answered yet; the portal goes on asking',
      });
    } else if (result === 'accepted') {
      await this.#lookAgain(claimed);
    }
  }

  /** Whether AWS has it already. */
  async #adopt({
    change,
    claim,
    provisioned,
  }: ClaimedChange): Promise<boolean> {
    const { account, kind, name } = change.request;
    if (kind === 'launch') {
      const there = await this.#provisioner.readProvisioned(account, { name });
      const recordId = there?.lastProvisioningRecordId;
      if (there?.launchToken !== change.id || !recordId) {
        return false;
      }
      await this.#store.accept(claim, { recordId, awsId: there.awsId });
      return true;
    }
    // What carries no secret is sent again, and the token tells AWS.
    if (!hasSecrets(change.request) || !provisioned.awsId) {
      return false;
    }
    const earlier = await this.#store.listChanges(provisioned.id);
    const record = await this.#provisioner.findRecord(account, {
      awsId: provisioned.awsId,
      except: earlier.flatMap(({ recordId }) => recordId ?? []),
      type: RECORD_TYPES[kind],
      since: new Date(Date.parse(change.requestedAt) - SKEW_MS).toISOString(),
    });
    if (!record) {
      return false;
    }
    await this.#store.accept(claim, { recordId: record.recordId });
    return true;
  }

  async #lookAgain(
    { ageMs, claim }: ClaimedChange,
    record?: ReadRecord,
    problem?: { code: string; message: string },
  ): Promise<void> {
    await this.#store.release(claim, {
      afterMs: paceOf(ageMs),
      recordStatus: record?.status,
      problem:
        problem ??
        (ageMs > SLOW_MS
          ? {
              code: 'slow',
              message:
                'It takes longer than usual. The portal goes on looking; AWS’s console shows what it waits for',
            }
          : undefined),
    });
  }

  /** Nobody has to look anew at what is as it was. */
  async #announceNews(before: KeptChange): Promise<void> {
    const change = await this.#store.findChange(before.id);
    if (!change || isAsBefore(change, before)) {
      return;
    }
    const provisioned = await this.#store.findProvisioned(change.provisionedId);
    if (provisioned) {
      await this.#announcer.announce(change, provisioned);
    }
  }
}

/** As far as anybody can see. */
function isAsBefore(change: KeptChange, before: KeptChange): boolean {
  return (
    change.state === before.state &&
    change.recordStatus === before.recordStatus &&
    change.problem?.message === before.problem?.message
  );
}
