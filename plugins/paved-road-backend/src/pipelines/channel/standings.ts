import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { ChannelFinding } from './facts';

/** What is known of a service's wiring. */
export interface ChannelStanding extends ChannelFinding {
  /** When it was looked at last, with this outcome. */
  lookedAt: string;
}

/** From when on a service was in a state. */
export interface StateChange {
  state: ChannelState;
  at: string;
}
