/** An entity on the paved road, as the catalog shows it to the one who asks. */
export interface CatalogedService {
  entityRef: string;
  title?: string;
  /** Entity ref. */
  owner?: string;
  /** The annotation as written. */
  documents: string;
  /** Below which the documents lie; absent where the entity has no such place. */
  sourceUrl?: string;
}
