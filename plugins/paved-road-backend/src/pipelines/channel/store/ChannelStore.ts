import { ChannelFinding } from '../facts';
import { ChannelStanding, StateChange } from '../standings';

/** Keeps what looks at services' wiring have found. */
export interface ChannelStore {
  /** Now, by the clock that all replicas share. */
  now(): Promise<string>;

  /**
   * Keeps what a look has found, where it differs from what is known. A look that
   * began before the newest one that is kept has come too late, and changes nothing.
   *
   * @param beganAt - by `now`
   */
  record(
    entityRef: string,
    finding: ChannelFinding,
    beganAt: string,
  ): Promise<void>;

  /** Of one entity, or of all that were ever looked at. */
  readStandings(entityRef?: string): Promise<Map<string, ChannelStanding>>;

  /** When each entity's state became another one, oldest first. */
  readStateChanges(entityRef?: string): Promise<Map<string, StateChange[]>>;
}
