import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_DOCUMENTS,
  ANNOTATION_GOLDEN_PATH,
  ANNOTATION_PIPELINE,
} from '@paved-road/backstage-plugin-paved-road-common';

const deployed: FilterPredicate = {
  kind: 'component',
  'spec.type': { $in: ['service', 'website'] },
};

/**
 * The entities that have a tab and a card: all that are on the paved road, and
 * the services and websites that are not yet, which learn there how to get on
 * it.
 */
export const entityFilter: FilterPredicate = {
  $any: [
    { [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: { $exists: true } },
    deployed,
  ],
};

/**
 * The components whose way to production is shown: those that say that they have
 * one, and the services and websites that should.
 */
export const channelFilter: FilterPredicate = {
  $all: [
    { kind: 'component' },
    {
      $any: [
        deployed,
        { [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: { $exists: true } },
        {
          [`metadata.annotations.${ANNOTATION_GOLDEN_PATH}`]: { $exists: true },
        },
        { [`metadata.annotations.${ANNOTATION_PIPELINE}`]: { $exists: true } },
      ],
    },
  ],
};

/** The entities that products are launched for. */
export const resourcesFilter: FilterPredicate = {
  kind: { $in: ['component', 'system'] },
};
