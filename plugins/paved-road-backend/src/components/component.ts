/** A component of the catalog, as the catalog shows it to the one who asks. */
export interface Component {
  entityRef: string;
  title?: string;
  /** Entity ref. */
  owner?: string;
  /** As the catalog has them; all but those of the catalog itself are the entity's own claims. */
  annotations: Record<string, string>;
}
