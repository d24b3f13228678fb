import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  Entity,
  groupEntityV1alpha1Validator,
  KindValidator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { catalogPolicy } from './__testUtils__/catalogPolicy';
import {
  ExampleService,
  orgDirectory,
  readEntities,
  readServices,
} from './__testUtils__/examples';

const kinds: Record<string, KindValidator> = {
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

/** The fields that name other entities, and the kind they mean where none is said. */
const references: Record<string, Record<string, string>> = {
  Component: { owner: 'group', system: 'system', dependsOn: 'component' },
  Domain: { owner: 'group' },
  Group: { parent: 'group', children: 'group' },
  System: { owner: 'group', domain: 'domain' },
  User: { memberOf: 'group' },
};

function referencesOf({ kind, spec }: Entity): string[] {
  return Object.entries(references[kind] ?? {}).flatMap(
    ([field, defaultKind]) =>
      [spec?.[field] ?? []].flat().map(ref =>
        stringifyEntityRef(
          parseEntityRef(String(ref), {
            defaultKind,
            defaultNamespace: 'default',
          }),
        ),
      ),
  );
}

describe('the entities of the example company', () => {
  let services: ExampleService[];
  let entities: Entity[];
  let byRef: Map<string, Entity>;

  beforeAll(async () => {
    services = await readServices();
    const [location] = await readEntities(
      join(orgDirectory, 'catalog-info.yaml'),
    );
    const files = await Promise.all(
      (location.spec?.targets as string[]).map(target =>
        readEntities(join(orgDirectory, target)),
      ),
    );
    entities = [location, ...files.flat(), ...services.map(s => s.entity)];
    byRef = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity] as const),
    );
  });

  it('are accepted by the catalog', async () => {
    for (const entity of entities) {
      await expect(catalogPolicy.enforce(entity)).resolves.toBeDefined();
      await expect(kinds[entity.kind].check(entity)).resolves.toBe(true);
    }
  });

  it('are told apart by their refs', () => {
    expect(byRef.size).toBe(entities.length);
  });

  it('refer to one another, and to nobody else', () => {
    const all = entities.flatMap(referencesOf);
    expect(all.length).toBeGreaterThan(entities.length);
    expect(all.filter(ref => !byRef.has(ref))).toEqual([]);
  });

  it('agree on which group is part of which', () => {
    const groups = entities.filter(({ kind }) => kind === 'Group');
    for (const group of groups) {
      const children = groups.filter(
        ({ spec }) => spec?.parent === group.metadata.name,
      );
      expect(group.spec?.children).toEqual(
        children.map(({ metadata }) => metadata.name),
      );
    }
  });

  it.each([
    ['mia.kowalski', 'payments'],
    ['jonas.berg', 'lending'],
    ['priya.raman', 'platform'],
    ['sofia.marin', 'cloud-security'],
    ['tomas.reyes', 'internal-audit'],
  ])('have %s in the team %s', (user, group) => {
    expect(byRef.get(`user:default/${user}`)?.spec?.memberOf).toEqual([group]);
  });

  it('are each described, and each service is named after its folder', () => {
    for (const { metadata, kind } of entities) {
      expect([kind, metadata.name, metadata.description]).toEqual([
        kind,
        metadata.name,
        expect.stringMatching(/\S/),
      ]);
    }
    expect(services.map(({ entity }) => entity.metadata.name)).toEqual(
      services.map(({ name }) => name),
    );
  });

  it('name no host, so that the catalog says where they lie', async () => {
    const texts = await Promise.all(
      services.map(({ directory }) =>
        readFile(join(directory, 'catalog-info.yaml'), 'utf8'),
      ),
    );
    expect(texts.filter(text => /localhost|:\/\//.test(text))).toEqual([]);
  });

  it('keep one service confidential', () => {
    const confidential = services.filter(
      ({ entity }) =>
        entity.metadata.labels?.['meridian.example/confidential'] === 'true',
    );
    expect(confidential.map(({ name }) => name)).toEqual(['customer-vault']);
    expect(confidential[0].entity.metadata.tags).toContain('confidential');
    expect(confidential[0].entity.spec?.owner).toBe('customer-data');
  });
});
