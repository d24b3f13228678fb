/** One thing that a team's build does. */
export interface BuildStep {
  title: string;
  /** Of bash; absent for what there isn't here. */
  script?: string;
  /** Relative to the workspace. */
  directory?: string;
  env: Record<string, string>;
}

/** A team's build: what is run, and which files are handed over. */
export interface BuildPlan {
  steps: BuildStep[];
  /** Glob patterns. */
  artefacts: string[];
}
