import { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { useLocation } from 'react-router-dom';
import {
  AppRootElementBlueprint,
  FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { pavedRoadPlugin } from '../plugin';
import { paymentsApi } from './examples';
// The plugin loads these when they are first shown; loading them here keeps
// that out of the time in which a test waits for something to appear.
import '../compliance';
import '../goldenPaths';
import '../overview';
import '../pipelines/channel';
import '../products';
import '../rules';

/** A second tab, so that the entity page routes as a real one does. */
const otherTab = EntityContentBlueprint.make({
  name: 'other',
  params: { path: '/other', title: 'Other', loader: async () => <>Other</> },
});

const addressBar = AppRootElementBlueprint.make({
  name: 'address-bar',
  params: { element: <AddressBar /> },
});

function AddressBar() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

/** What the entity page of the test's service holds, besides a second tab. */
type EntityPart =
  | 'content'
  | 'card'
  | 'channel'
  | 'resources'
  | 'resources-card';

/**
 * Renders the plugin in an app of the new frontend system as it stands in a
 * portal: its pages below `/paved-road`, its tab and its card on an entity page.
 */
export function renderPortal(
  path: string,
  options: {
    entity?: Entity;
    part?: EntityPart;
    mayCheck?: boolean;
    ownershipEntityRefs?: string[];
    /** Absent in a portal without the signals plugin. */
    signals?: SignalApi;
    /** Other plugins of the portal. */
    features?: FrontendPlugin[];
  } = {},
) {
  const { entity = paymentsApi, part = 'content', signals } = options;
  const decision =
    options.mayCheck === false ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  return renderTestApp({
    initialRouteEntries: [path],
    features: [pavedRoadPlugin, ...(options.features ?? [])],
    extensions: [createTestEntityPage({ entity }), otherTab, addressBar],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      [permissionApiRef, mockApis.permission({ authorize: decision })],
      ...(signals ? ([[signalApiRef, signals]] as const) : []),
      mockApis.identity({
        userEntityRef: 'user:default/mia.kowalski',
        ownershipEntityRefs: options.ownershipEntityRefs ?? [
          'user:default/mia.kowalski',
          'group:default/payments',
        ],
      }),
    ],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'page:test/test-entity': {
              config: { path: '/catalog/:namespace/:kind/:name' },
            },
          },
          { 'entity-content:paved-road/compliance': part === 'content' },
          { 'entity-card:paved-road/compliance': part === 'card' },
          { 'entity-card:paved-road/channel': part === 'channel' },
          { 'entity-content:paved-road/resources': part === 'resources' },
          { 'entity-card:paved-road/resources': part === 'resources-card' },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}
