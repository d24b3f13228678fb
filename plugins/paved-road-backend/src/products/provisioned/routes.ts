import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  ChangeAnswer,
  getProductChange,
  getProvisionedProduct,
  launchProduct,
  listProvisionedProducts,
  listServiceActions,
  planLaunch,
  planUpdate,
  preflightLaunch,
  preflightUpdate,
  runServiceAction,
  terminateProvisionedProduct,
  updateProvisionedProduct,
} from '@paved-road/backstage-plugin-paved-road-common';
import { audited, handle, HandleContext, RequestGate } from '../../http';
import { ProductChangeService } from './changing/ProductChangeService';
import { ProvisionedProductService } from './reading/ProvisionedProductService';

/** As many values as AWS takes, each as long as AWS takes it. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Mounts the operations on what is provisioned. */
export function mountProvisionedRoutes(
  context: HandleContext,
  services: {
    provisionedService: ProvisionedProductService;
    changeService: ProductChangeService;
  },
  options: { auditor: AuditorService; maxConcurrentRequests: number },
): void {
  const { provisionedService, changeService } = services;
  const { auditor } = options;
  const gate = new RequestGate(options.maxConcurrentRequests);
  const checked = { maxBodyBytes: MOST_BYTES, gate };

  handle(context, listProvisionedProducts, ({ query, credentials }) =>
    provisionedService.listProvisioned(query, { credentials }),
  );
  handle(context, getProvisionedProduct, ({ params, credentials }) =>
    provisionedService.getProvisioned(params.id, { credentials }),
  );
  handle(context, getProductChange, ({ params, credentials }) =>
    provisionedService.getChange(params.id, { credentials }),
  );
  handle(context, listServiceActions, ({ params, credentials }) =>
    provisionedService.listActions(params.id, { credentials }),
  );

  handle(
    context,
    preflightLaunch,
    ({ body, credentials, signal }) =>
      changeService.preflightLaunch(body, { credentials, signal }),
    checked,
  );
  handle(
    context,
    planLaunch,
    ({ body, credentials, signal }) =>
      changeService.planLaunch(body, { credentials, signal }),
    { maxBodyBytes: MOST_BYTES },
  );
  handle(
    context,
    preflightUpdate,
    ({ params, body, credentials, signal }) =>
      changeService.preflightUpdate(params.id, body, { credentials, signal }),
    checked,
  );
  handle(
    context,
    planUpdate,
    ({ params, body, credentials, signal }) =>
      changeService.planUpdate(params.id, body, { credentials, signal }),
    { maxBodyBytes: MOST_BYTES },
  );

  // A change goes on also where the caller goes away, so it gets no signal.
  handle(
    context,
    launchProduct,
    ({ body, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'provisioned-product-create',
          severityLevel: 'medium',
          request: req,
          meta: {
            changeId: body.changeId,
            entityRef: body.entityRef,
            account: body.account,
            product: body.product,
            version: body.version,
            name: body.name,
          },
        },
        () => changeService.launch(body, { credentials }),
        toMeta,
      ),
    checked,
  );
  handle(
    context,
    updateProvisionedProduct,
    ({ params, body, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'provisioned-product-update',
          severityLevel: 'medium',
          request: req,
          meta: {
            changeId: body.changeId,
            provisionedProductId: params.id,
            version: body.version,
          },
        },
        () => changeService.update(params.id, body, { credentials }),
        toMeta,
      ),
    checked,
  );
  handle(context, runServiceAction, ({ params, body, credentials, req }) =>
    audited(
      auditor,
      {
        eventId: 'provisioned-product-action',
        severityLevel: 'medium',
        request: req,
        meta: {
          changeId: body.changeId,
          provisionedProductId: params.id,
          action: params.action,
        },
      },
      () =>
        changeService.runAction(
          params.id,
          { ...body, action: params.action },
          { credentials },
        ),
      toMeta,
    ),
  );
  handle(
    context,
    terminateProvisionedProduct,
    ({ params, body, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'provisioned-product-delete',
          severityLevel: 'high',
          request: req,
          meta: {
            changeId: body.changeId,
            provisionedProductId: params.id,
            retainResources: body.retainResources,
          },
        },
        () => changeService.terminate(params.id, body, { credentials }),
        toMeta,
      ),
  );
}

/** What was done, for whom, and what the rules said; of values only the keys. */
function toMeta({ change, provisionedProductId }: ChangeAnswer): JsonObject {
  const { id, account, entityRef, name, product, version } = change;
  const { parameters, preflight, recordId, state } = change;
  return {
    changeId: id,
    account,
    entityRef,
    name,
    product: product.id,
    version: version?.id,
    provisionedProductId,
    state,
    recordId,
    parameters: parameters.flatMap(({ key, kept }) =>
      kept === 'value' || kept === 'secret' ? [key] : [],
    ),
    preflight,
  };
}
