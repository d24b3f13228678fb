import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  Place,
  State,
  StoredPlan,
  StoredProvisionedProduct,
  StoredRecord,
  StoredSession,
  StoredToken,
} from './model';
import { provisionedProductAt, ProvisionedProductView } from './timeline';

const FILE = 'aws.json';
const FORMAT = 1;

const EMPTY: State = {
  provisionedProducts: [],
  records: [],
  plans: [],
  tokens: {},
  sessions: [],
};

function readState(path: string): State {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return structuredClone(EMPTY);
    }
    throw error;
  }
  try {
    const { format, ...state } = JSON.parse(text);
    if (format === FORMAT) {
      return { ...structuredClone(EMPTY), ...state };
    }
  } catch {
    // Said below, as for a file of another format.
  }
  throw new InputError(
    `${path} isn't a state of this sandbox AWS; remove it to begin anew`,
  );
}

const inPlace = (a: Place, b: Place) =>
  a.account === b.account && a.region === b.region;

/**
 * What was accepted, in a JSON file that each change replaces as a whole, so
 * that an end of the process at any moment leaves a state that was true.
 */
export class Ledger {
  private readonly path: string;
  private readonly state: State;
  private readonly recordsOf = new Map<string, StoredRecord[]>();

  /** @throws InputError for a file that isn't such a state. */
  constructor(private readonly directory: string) {
    this.path = join(directory, FILE);
    this.state = readState(this.path);
    this.state.records.forEach(record => this.index(record));
  }

  private index(record: StoredRecord) {
    const of = this.recordsOf.get(record.provisionedProductId) ?? [];
    this.recordsOf.set(record.provisionedProductId, [...of, record]);
  }

  /** Changes the state and writes it down before anybody is answered. */
  private keep(change: (state: State) => void) {
    change(this.state);
    mkdirSync(this.directory, { recursive: true });
    const next = `${this.path}.next`;
    writeFileSync(next, JSON.stringify({ format: FORMAT, ...this.state }), {
      mode: 0o600,
    });
    renameSync(next, this.path);
  }

  /** Accepts a record, with the provisioned product or the plan that it brings, all or nothing. */
  accept(entry: {
    record: StoredRecord;
    provisionedProduct?: StoredProvisionedProduct;
    planId?: string;
    token: { key: string; value: StoredToken };
  }) {
    const { record, provisionedProduct, planId, token } = entry;
    this.keep(state => {
      state.records.push(record);
      if (provisionedProduct) {
        state.provisionedProducts.push(provisionedProduct);
      }
      const plan = this.plan(planId);
      if (plan) {
        plan.recordId = record.id;
      }
      state.tokens[token.key] = token.value;
      this.index(record);
    });
  }

  addPlan(entry: {
    plan: StoredPlan;
    provisionedProduct?: StoredProvisionedProduct;
    token: { key: string; value: StoredToken };
  }) {
    this.keep(state => {
      state.plans.push(entry.plan);
      if (entry.provisionedProduct) {
        state.provisionedProducts.push(entry.provisionedProduct);
      }
      state.tokens[entry.token.key] = entry.token.value;
    });
  }

  deletePlan(id: string, deletedAt: number) {
    this.keep(() => {
      const plan = this.plan(id);
      if (plan) {
        plan.deletedAt = deletedAt;
      }
    });
  }

  addSession(session: StoredSession, now: number) {
    this.keep(state => {
      // Expired ones are told apart from unknown ones by nobody.
      state.sessions = state.sessions.filter(
        ({ expiresAt }) => expiresAt > now,
      );
      state.sessions.push(session);
    });
  }

  session(accessKeyId: string): StoredSession | undefined {
    return this.state.sessions.find(
      candidate => candidate.accessKeyId === accessKeyId,
    );
  }

  token(key: string): StoredToken | undefined {
    return Object.hasOwn(this.state.tokens, key)
      ? this.state.tokens[key]
      : undefined;
  }

  private viewAt(stored: StoredProvisionedProduct, at: number) {
    const plan = this.plan(stored.plannedBy);
    return provisionedProductAt(
      stored,
      this.recordsOf.get(stored.id) ?? [],
      plan,
      at,
    );
  }

  /** All that exist at a moment, the oldest first. */
  provisionedProducts(place: Place, at: number): ProvisionedProductView[] {
    return this.state.provisionedProducts
      .filter(stored => inPlace(stored, place))
      .map(stored => this.viewAt(stored, at))
      .filter(view => view !== undefined);
  }

  /** One that exists at a moment. */
  findProvisionedProduct(
    place: Place,
    by: { id?: string; name?: string },
    at: number,
  ): ProvisionedProductView | undefined {
    const found = this.state.provisionedProducts.filter(
      stored =>
        inPlace(stored, place) &&
        (by.id === undefined || stored.id === by.id) &&
        (by.name === undefined || stored.name === by.name),
    );
    return found
      .map(stored => this.viewAt(stored, at))
      .find(view => view !== undefined);
  }

  /** One of any time, also after its end. */
  storedProvisionedProduct(id: string): StoredProvisionedProduct | undefined {
    return this.state.provisionedProducts.find(stored => stored.id === id);
  }

  plan(id: string | undefined): StoredPlan | undefined {
    return this.state.plans.find(plan => plan.id === id);
  }

  record(id: string): StoredRecord | undefined {
    return this.state.records.find(record => record.id === id);
  }

  /** Those of a place that were accepted by a moment, the newest first. */
  records(
    place: Place,
    at: number,
  ): { record: StoredRecord; of: StoredProvisionedProduct }[] {
    return this.state.provisionedProducts
      .filter(stored => inPlace(stored, place))
      .flatMap(of =>
        (this.recordsOf.get(of.id) ?? []).map(record => ({ record, of })),
      )
      .filter(({ record }) => record.acceptedAt <= at)
      .reverse()
      .sort((a, b) => b.record.acceptedAt - a.record.acceptedAt);
  }

  /** Those of a place that exist at a moment. */
  plans(place: Place, at: number): StoredPlan[] {
    return this.state.plans.filter(
      plan =>
        inPlace(plan, place) &&
        plan.createdAt <= at &&
        (plan.deletedAt === undefined || plan.deletedAt > at),
    );
  }
}
