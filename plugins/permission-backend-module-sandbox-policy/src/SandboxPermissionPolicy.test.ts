import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogPermissions,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  actionExecutePermission,
  scaffolderPermissions,
  taskCreatePermission,
  templateDryRunPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  checkCreatePermission,
  complianceReadPermission,
  documentCheckPermission,
  pavedRoadPermissions,
  pipelineResultCreatePermission,
  productLaunchPermission,
  productReadPermission,
  provisionedProductCreatePermission,
  provisionedProductDeletePermission,
  provisionedProductReadPermission,
  provisionedProductUpdatePermission,
  ruleReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  ProductResource,
  productPermissionRules,
} from '@paved-road/backstage-plugin-paved-road-node/permissions';
import { SandboxPermissionPolicy } from './SandboxPermissionPolicy';

const policy = new SandboxPermissionPolicy();
const applies = createConditionAuthorizer(Object.values(permissionRules));
const appliesToProduct = createConditionAuthorizer(
  Object.values(productPermissionRules),
);

function person(name: string, ...groups: string[]): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: {
      userEntityRef,
      ownershipEntityRefs: [
        userEntityRef,
        ...groups.map(group => `group:default/${group}`),
      ],
    },
  };
}

const people = {
  'a developer of Payments': person('mia.kowalski', 'payments'),
  'a developer of Lending': person('jonas.berg', 'lending'),
  'a lead of Customer Data': person('elif.demir', 'customer-data'),
  'the head of engineering': person('marta.silva', 'engineering'),
  'a platform engineer': person('priya.raman', 'platform'),
  'a security officer': person('sofia.marin', 'cloud-security'),
  'the head of risk': person('henrik.dahl', 'risk'),
  'an auditor': person('tomas.reyes', 'internal-audit'),
};
type Who = keyof typeof people;

function service(
  name: string,
  owner: string,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, ...metadata },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** The account's name says nothing of what is done there. */
function queueIn(environment: string): ProductResource {
  return {
    account: { id: 'development', accountId: '111122223333', environment },
    product: { id: 'prod-1', name: 'Message queue', owner: 'Platform' },
  };
}

const ledger = service('ledger', 'payments');
const vault = service('customer-vault', 'customer-data', {
  labels: { 'meridian.example/confidential': 'true' },
});
const auditOwned = service('audit-workbench', 'internal-audit');

/** Asks as the permission backend does, and applies conditions as the catalog does. */
async function may(
  user: PolicyQueryUser | undefined,
  permission: Permission,
  entity?: Entity,
) {
  return applies(await policy.handle({ permission }, user), entity);
}

async function answers(
  user: PolicyQueryUser | undefined,
  permission: Permission,
) {
  return {
    ledger: await may(user, permission, ledger),
    vault: await may(user, permission, vault),
  };
}

describe('SandboxPermissionPolicy', () => {
  const everyone = Object.keys(people) as Who[];

  it.each(everyone)('lets %s read rules and check documents', async who => {
    expect(await may(people[who], ruleReadPermission)).toBe(true);
    expect(await may(people[who], documentCheckPermission)).toBe(true);
    expect(await may(people[who], productReadPermission)).toBe(true);
  });

  it.each<[Who, boolean, boolean]>([
    ['a developer of Payments', true, false],
    ['a developer of Lending', true, false],
    ['a lead of Customer Data', true, true],
    ['the head of engineering', true, false],
    ['a platform engineer', true, false],
    ['a security officer', true, true],
    ['the head of risk', true, true],
    ['an auditor', true, true],
  ])(
    'shows the catalog to %s: the ledger %s, the vault %s',
    async (who, ofLedger, ofVault) => {
      expect(await answers(people[who], catalogEntityReadPermission)).toEqual({
        ledger: ofLedger,
        vault: ofVault,
      });
    },
  );

  it.each<[Who, boolean, boolean]>([
    ['a developer of Payments', true, false],
    ['a developer of Lending', false, false],
    ['a lead of Customer Data', false, true],
    ['the head of engineering', true, false],
    ['a platform engineer', true, false],
    ['a security officer', true, true],
    ['the head of risk', true, true],
    ['an auditor', true, true],
  ])(
    'shows findings to %s: of the ledger %s, of the vault %s',
    async (who, ofLedger, ofVault) => {
      expect(await answers(people[who], complianceReadPermission)).toEqual({
        ledger: ofLedger,
        vault: ofVault,
      });
    },
  );

  it.each<[Who, boolean, boolean]>([
    ['a developer of Payments', true, false],
    ['a developer of Lending', false, false],
    ['a lead of Customer Data', false, true],
    ['the head of engineering', true, false],
    // The catalog hides the vault from them.
    ['a platform engineer', true, true],
    ['a security officer', true, true],
    ['the head of risk', true, true],
    ['an auditor', true, true],
  ])(
    'shows what is provisioned to %s: for the ledger %s, for the vault %s',
    async (who, ofLedger, ofVault) => {
      expect(
        await answers(people[who], provisionedProductReadPermission),
      ).toEqual({ ledger: ofLedger, vault: ofVault });
    },
  );

  it.each<[Who, string]>([
    ['a developer of Payments', 'launch, update, end'],
    ['a developer of Lending', ''],
    ['a platform engineer', 'update'],
    ['a security officer', ''],
    ['an auditor', ''],
  ])('lets %s do this with products for the ledger: %s', async (who, what) => {
    const word = async (permission: Permission, name: string) =>
      (await may(people[who], permission, ledger)) ? [name] : [];
    expect(
      [
        ...(await word(provisionedProductCreatePermission, 'launch')),
        ...(await word(provisionedProductUpdatePermission, 'update')),
        ...(await word(provisionedProductDeletePermission, 'end')),
      ].join(', '),
    ).toBe(what);
  });

  it.each<[Who, string]>([
    ['a developer of Payments', 'development, staging, production'],
    ['a developer of Lending', 'development, staging, production'],
    ['a lead of Customer Data', 'development, staging, production'],
    ['a platform engineer', 'development, staging, production'],
    ['the head of engineering', 'development'],
    ['a security officer', 'development'],
    ['the head of risk', 'development'],
    ['an auditor', ''],
  ])('lets %s launch products in: %s', async (who, where) => {
    const decision = await policy.handle(
      { permission: productLaunchPermission },
      people[who],
    );
    expect(
      ['development', 'staging', 'production']
        .filter(environment => appliesToProduct(decision, queueIn(environment)))
        .join(', '),
    ).toBe(where);
  });

  it.each<[Who, boolean, boolean]>([
    ['a developer of Payments', true, false],
    ['a developer of Lending', false, false],
    ['a lead of Customer Data', false, true],
    ['the head of engineering', false, false],
    ['a platform engineer', true, false],
    ['a security officer', true, true],
    ['the head of risk', false, false],
    ['an auditor', false, false],
  ])(
    'lets %s ask for a check: of the ledger %s, of the vault %s',
    async (who, ofLedger, ofVault) => {
      expect(await answers(people[who], checkCreatePermission)).toEqual({
        ledger: ofLedger,
        vault: ofVault,
      });
    },
  );

  it.each(everyone)('lets %s post no result of a pipeline', async who => {
    expect(await answers(people[who], pipelineResultCreatePermission)).toEqual({
      ledger: false,
      vault: false,
    });
  });

  it.each<[Who, string]>([
    ['a developer of Payments', 'use'],
    ['a platform engineer', 'use, try, manage'],
    ['a security officer', 'use'],
    ['the head of risk', 'use'],
    ['an auditor', ''],
  ])('lets %s do this with templates: %s', async (who, what) => {
    const allowed = async (...permissions: Permission[]) =>
      (await Promise.all(permissions.map(one => may(people[who], one)))).every(
        Boolean,
      );
    const words = {
      use: await allowed(taskCreatePermission, actionExecutePermission),
      try: await allowed(templateDryRunPermission),
      manage: await allowed(templateManagementPermission),
    };
    expect(
      Object.entries(words)
        .flatMap(([word, is]) => (is ? [word] : []))
        .join(', '),
    ).toBe(what);
  });

  it('never shows findings of an entity that the catalog hides', async () => {
    for (const user of Object.values(people)) {
      for (const entity of [ledger, vault, auditOwned]) {
        const seesEntity = await may(user, catalogEntityReadPermission, entity);
        for (const permission of [
          complianceReadPermission,
          checkCreatePermission,
          catalogEntityRefreshPermission,
        ]) {
          const allowed = await may(user, permission, entity);
          expect(allowed && !seesEntity).toBe(false);
        }
      }
    }
  });

  it('lets an auditor change nothing, also not what they own or where they are an engineer too', async () => {
    const both = person('tomas.reyes', 'internal-audit', 'payments');
    const changing = [
      ...[...catalogPermissions, ...pavedRoadPermissions].filter(
        ({ attributes }) => attributes.action && attributes.action !== 'read',
      ),
      ...scaffolderPermissions.filter(
        ({ attributes }) => attributes.action !== 'read',
      ),
    ];
    expect(changing).toContain(checkCreatePermission);
    for (const permission of changing) {
      for (const user of [people['an auditor'], both]) {
        expect(await may(user, permission, auditOwned)).toBe(false);
        expect(await may(user, permission, ledger)).toBe(false);
      }
    }
  });

  it('counts the widest of several groups', async () => {
    const both = person('wei.zhang', 'payments', 'cloud-security');
    expect(await answers(both, complianceReadPermission)).toEqual({
      ledger: true,
      vault: true,
    });
  });

  it.each<[string, PolicyQueryUser | undefined]>([
    ['nobody signed in', undefined],
    ['a guest', person('guest')],
    ['a user without a group', person('root')],
    [
      'a member of a group of another namespace',
      {
        ...person('mia.kowalski'),
        info: {
          userEntityRef: 'user:default/mia.kowalski',
          ownershipEntityRefs: ['group:elsewhere/cloud-security'],
        },
      },
    ],
  ])('refuses everything to %s', async (_, user) => {
    for (const permission of [
      ...catalogPermissions,
      ...pavedRoadPermissions,
      ...scaffolderPermissions,
    ]) {
      expect(await may(user, permission, ledger)).toBe(false);
    }
  });

  it('refuses what is not granted by name', async () => {
    const unknown = createPermission({
      name: 'playbook.run.create',
      attributes: { action: 'create' },
    });
    for (const user of Object.values(people)) {
      expect(await may(user, unknown)).toBe(false);
      expect(await may(user, catalogEntityDeletePermission, ledger)).toBe(
        false,
      );
    }
  });

  it.each<[Who, boolean]>([
    ['a developer of Payments', true],
    ['a platform engineer', true],
    ['a security officer', true],
    ['an auditor', false],
  ])(
    'lets %s bring a new repository into the catalog: %s',
    async (who, allowed) => {
      expect(await may(people[who], catalogLocationCreatePermission)).toBe(
        allowed,
      );
    },
  );

  it('refuses a question that borrows the name of a permission for another kind of resource', async () => {
    const { name, attributes } = complianceReadPermission;
    const borrowed = createPermission({
      name,
      attributes,
      resourceType: 'something-else',
    });
    const mia = people['a developer of Payments'];
    expect(await may(mia, borrowed, ledger)).toBe(false);
    expect(borrowed.resourceType).not.toBe(RESOURCE_TYPE_CATALOG_ENTITY);
  });

  it('follows ownership and the label, not the name', async () => {
    const elif = people['a lead of Customer Data'];
    const mia = people['a developer of Payments'];
    const renamed = service('customer-vault', 'payments');
    expect(await may(elif, complianceReadPermission, renamed)).toBe(false);
    expect(await may(mia, complianceReadPermission, renamed)).toBe(true);
    const orphan: Entity = { ...ledger, relations: [] };
    expect(await may(mia, complianceReadPermission, orphan)).toBe(false);
    expect(await may(mia, catalogEntityReadPermission, orphan)).toBe(true);
  });
});
