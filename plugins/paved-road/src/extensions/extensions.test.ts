import { Entity } from '@backstage/catalog-model';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  ANNOTATION_GOLDEN_PATH,
  ANNOTATION_PIPELINE,
} from '@paved-road/backstage-plugin-paved-road-common';
import { paymentsApi } from '../__testUtils__/examples';
import {
  entityChannelCard,
  entityComplianceCard,
  entityResourcesCard,
} from './entityCards';
import {
  entityComplianceContent,
  entityResourcesContent,
} from './entityContent';

function entityOf(kind: string, type: string, annotated: boolean): Entity {
  return {
    ...paymentsApi,
    kind,
    metadata: annotated ? paymentsApi.metadata : { name: 'x' },
    spec: { type },
  };
}

describe('the entity tab and the entity card', () => {
  const isTab = createExtensionTester(entityComplianceContent).get(
    EntityContentBlueprint.dataRefs.filterFunction,
  );
  const isCard = createExtensionTester(entityComplianceCard).get(
    EntityCardBlueprint.dataRefs.filterFunction,
  );

  it.each([
    ['Component', 'service', true, true],
    ['Component', 'service', false, true],
    ['Component', 'website', false, true],
    ['Component', 'documentation', false, false],
    ['Resource', 'database', true, true],
    ['Resource', 'database', false, false],
  ])(
    'of a %s of type %s, annotated: %s, are shown: %s',
    (kind, type, annotated, expected) => {
      const entity = entityOf(kind, type, annotated);
      expect(isTab?.(entity)).toBe(expected);
      expect(isCard?.(entity)).toBe(expected);
    },
  );
});

describe('the tab and the card of what is provisioned', () => {
  const isTab = createExtensionTester(entityResourcesContent).get(
    EntityContentBlueprint.dataRefs.filterFunction,
  );
  const isCard = createExtensionTester(entityResourcesCard).get(
    EntityCardBlueprint.dataRefs.filterFunction,
  );

  it.each([
    ['Component', true],
    ['System', true],
    ['Resource', false],
    ['API', false],
    ['Group', false],
  ])('of a %s are shown: %s', (kind, expected) => {
    const entity = entityOf(kind, 'any', false);
    expect(isTab?.(entity)).toBe(expected);
    expect(isCard?.(entity)).toBe(expected);
  });
});

describe('the card of the channel', () => {
  const isCard = createExtensionTester(entityChannelCard).get(
    EntityCardBlueprint.dataRefs.filterFunction,
  );

  it.each([
    ['Component', 'service', false, true],
    ['Component', 'website', false, true],
    ['Component', 'library', false, false],
    ['Component', 'library', true, true],
    ['Resource', 'database', true, false],
    ['Template', 'service', false, false],
  ])(
    'of a %s of type %s, annotated: %s, is shown: %s',
    (kind, type, annotated, expected) => {
      expect(isCard?.(entityOf(kind, type, annotated))).toBe(expected);
    },
  );

  it.each([ANNOTATION_PIPELINE, ANNOTATION_GOLDEN_PATH])(
    'is shown for what says %s',
    annotation => {
      const entity = entityOf('Component', 'job', false);
      const annotations = { [annotation]: 'x' };
      expect(
        isCard?.({ ...entity, metadata: { name: 'x', annotations } }),
      ).toBe(true);
    },
  );
});
