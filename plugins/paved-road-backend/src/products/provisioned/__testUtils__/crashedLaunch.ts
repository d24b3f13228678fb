import { randomUUID } from 'node:crypto';
import {
  ChosenParameter,
  ProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Knex } from 'knex';

/** A launch as a portal has kept it that went down before it knew of an answer. */
export async function keepCrashedLaunch(
  knex: Knex,
  launch: {
    ageMs: number;
    product: ProductDetail;
    path: string | undefined;
    parameters: ChosenParameter[];
    tags: { key: string; value: string }[];
  },
): Promise<{ change: string; provisioned: string }> {
  const { ageMs, product, ...chosen } = launch;
  const ids = { change: randomUUID(), provisioned: randomUUID() };
  const [version] = product.versions;
  const at = new Date(Date.now() - ageMs).toISOString();
  await knex('product_changes').insert({
    id: ids.change,
    provisioned_id: ids.provisioned,
    kind: 'launch',
    requester_type: 'user',
    requester: 'user:default/mock',
    requested_at: at,
    request_digest: 'sha256:any',
    request: JSON.stringify({
      kind: 'launch',
      account: 'development',
      name: 'orders',
      entityRef: 'component:default/payments',
      product: { id: product.id, name: product.name },
      version: { id: version.id, name: version.name },
      ...chosen,
    }),
  });
  await knex('provisioned_products').insert({
    id: ids.provisioned,
    account: 'development',
    name: 'orders',
    entity_ref: 'component:default/payments',
    origin: 'portal',
    product_id: product.id,
    product_name: product.name,
    status: 'LAUNCHING',
    outputs: '[]',
    created_at: at,
  });
  await knex('open_product_changes').insert({
    change_id: ids.change,
    provisioned_id: ids.provisioned,
    next_look_at: '',
    claim: 'of the portal that is no more',
    lease_until: '',
  });
  return ids;
}
