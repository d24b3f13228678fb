/** How often the portal is asked, and how long an entity may take to be in the catalog. */
export type Pace = { pollIntervalMs: number; entityPatienceMs: number };
