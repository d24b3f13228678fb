import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { Place } from '../provisioning/model';
import { StackState, StoredChangeSet, StoredStack } from './model';
import { stackAt, StackView } from './stackAt';

const FORMAT = 1;

function readState(path: string): StackState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return { stacks: [], changeSets: [] };
    }
    throw error;
  }
  try {
    const { format, stacks, changeSets } = JSON.parse(text);
    if (format === FORMAT) {
      return { stacks, changeSets };
    }
  } catch {
    // Said below, as for a file of another format.
  }
  throw new InputError(
    `${path} isn't a state of this sandbox AWS; remove it to begin anew`,
  );
}

/** The stacks of all accounts, in a JSON file that each change replaces as a whole. */
export class StackStore {
  readonly #path: string;
  readonly #state: StackState;

  /** @throws InputError for a file that isn't such a state. */
  constructor(private readonly directory: string) {
    this.#path = join(directory, 'cloudformation.json');
    this.#state = readState(this.#path);
  }

  /** Changes the state and writes it down before anybody is answered. */
  keep(change: (state: StackState) => void): void {
    change(this.#state);
    mkdirSync(this.directory, { recursive: true });
    const next = `${this.#path}.next`;
    const text = JSON.stringify({ format: FORMAT, ...this.#state });
    writeFileSync(next, text, { mode: 0o600 });
    renameSync(next, this.#path);
  }

  /** All of a place that were there by a moment, also those that are deleted. */
  stacks(place: Place, at: number): StackView[] {
    return this.#state.stacks
      .filter(
        ({ account, region, createdAt }) =>
          account === place.account &&
          region === place.region &&
          createdAt <= at,
      )
      .map(stack => this.#viewOf(stack, at));
  }

  /** One by its name, or by its ARN also after its end. */
  find(place: Place, nameOrId: string, at: number): StackView | undefined {
    return this.stacks(place, at).find(
      ({ stack, status }) =>
        stack.id === nameOrId ||
        (stack.name === nameOrId && status !== 'DELETE_COMPLETE'),
    );
  }

  changeSet(
    { stack }: StackView,
    nameOrId: string,
  ): StoredChangeSet | undefined {
    return this.#state.changeSets.find(
      ({ id, name, stackId, deletedAt }) =>
        stackId === stack.id &&
        deletedAt === undefined &&
        (id === nameOrId || name === nameOrId),
    );
  }

  /** The stack that a change set's ARN belongs to. */
  stackIdOf(changeSetId: string): string | undefined {
    return this.#state.changeSets.find(({ id }) => id === changeSetId)?.stackId;
  }

  #viewOf(stack: StoredStack, at: number): StackView {
    const executed = this.#state.changeSets.filter(
      ({ stackId, execution }) =>
        stackId === stack.id &&
        execution !== undefined &&
        execution.acceptedAt <= at,
    );
    return stackAt(stack, executed, at);
  }
}
