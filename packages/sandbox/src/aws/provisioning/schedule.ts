/** How long things take, in milliseconds; AWS's own times are not imitated. */
export interface Timing {
  /** From CREATED to IN_PROGRESS. */
  startsAfterMs: number;
  /** From acceptance to the end. */
  endsAfterMs: number;
  /** Until a plan is made. */
  planAfterMs: number;
}

export const usualTiming: Timing = {
  startsAfterMs: 1_000,
  endsAfterMs: 8_000,
  planAfterMs: 2_000,
};
