import { ConflictError } from '@backstage/errors';
import { ChangeAnswer } from '@paved-road/backstage-plugin-paved-road-common';
import { KeptChange } from '../changes';
import { changeView } from '../reading/views';
import { Secrets } from '../sending/ChangeSender';
import { NewChange, ProvisionedStore } from '../store/ProvisionedStore';
import { ChangeStarter } from './ChangeStarter';
import { Asking, isRepetition } from './isRepetition';

const NO_SECRETS: Secrets = new Map();

/** Takes each change once, however often it is asked for. */
export class ChangeIntake {
  readonly #store: ProvisionedStore;
  readonly #starter: ChangeStarter;

  constructor(options: { store: ProvisionedStore; starter: ChangeStarter }) {
    this.#store = options.store;
    this.#starter = options.starter;
  }

  /**
   * What has become of the change where it was asked for before.
   *
   * @throws ConflictError where the id belongs to another change.
   */
  async findRepeated(
    changeId: string,
    asking: Asking,
  ): Promise<ChangeAnswer | undefined> {
    const kept = await this.#store.findChange(changeId);
    if (kept && !isRepetition(kept, asking)) {
      throw new ConflictError(
        'The id of this change belongs to another one; make a new id for each change',
      );
    }
    return kept && toAnswer(kept);
  }

  /** @throws as `ChangeStarter.start`. */
  async start(
    change: NewChange,
    { secrets = NO_SECRETS }: { secrets?: Secrets } = {},
  ): Promise<ChangeAnswer> {
    return toAnswer(await this.#starter.start(change, secrets));
  }
}

function toAnswer(kept: KeptChange): ChangeAnswer {
  return {
    provisionedProductId: kept.provisionedId,
    change: changeView(kept),
  };
}
