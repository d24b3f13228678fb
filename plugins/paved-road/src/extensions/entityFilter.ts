import { FilterPredicate } from '@backstage/filter-predicates';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * The entities that have a tab and a card: all that are on the paved road, and
 * the services and websites that are not yet, which learn there how to get on
 * it.
 */
export const entityFilter: FilterPredicate = {
  $any: [
    { [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: { $exists: true } },
    { kind: 'component', 'spec.type': { $in: ['service', 'website'] } },
  ],
};

/** The entities that products are launched for. */
export const resourcesFilter: FilterPredicate = {
  kind: { $in: ['component', 'system'] },
};
