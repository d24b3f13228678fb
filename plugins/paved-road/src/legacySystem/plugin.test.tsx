import { Route } from 'react-router-dom';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { FlatRoutes } from '@backstage/core-app-api';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  getAdoption,
  getBundle,
  getCheck,
  getProduct,
  getProductForm,
  getRule,
  getRuleSource,
  getProvisionedProduct,
  getService,
  getServiceChannel,
  getServiceGoldenPath,
  getServiceStages,
  listChecks,
  listGoldenPaths,
  listProducts,
  listProvisionedProducts,
  listRules,
  listRuleServices,
  listServiceActions,
  listServices,
} from '@paved-road/backstage-plugin-paved-road-common';
import { BASE_URL, Refusal, setupBackend } from '../__testUtils__/backend';
import {
  bundle,
  check,
  compliance,
  counts,
  PAYMENTS_API,
  paymentsApi,
  result,
  rule,
  ruleSummary,
} from '../__testUtils__/examples';
import {
  adopted,
  adoption,
  channel,
  goldenPath,
} from '../__testUtils__/goldenPaths';
import {
  account,
  product,
  productForm,
  productSummary,
} from '../__testUtils__/products';
import {
  provisioned,
  provisionedList,
  provisionedSummary,
} from '../__testUtils__/provisioned';
import { nothingPosted } from '../__testUtils__/stages';
import * as legacy from '../legacy';
// Loaded here, so that no test waits for it.
import './PavedRoadPage';

const backend = setupBackend();

/** The client as the plugin registers it. */
function registeredApi() {
  const [factory] = legacy.pavedRoadPlugin.getApis();
  return factory.factory({
    discoveryApi: { getBaseUrl: async () => BASE_URL },
    fetchApi: { fetch },
  }) as legacy.PavedRoadApi;
}

function renderApp(path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [legacy.pavedRoadApiRef, registeredApi()],
        [catalogApiRef, catalogApiMock({ entities: [paymentsApi] })],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <FlatRoutes>
        <Route path="/paved-road" element={<legacy.PavedRoadPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name/resources"
          element={
            <EntityProvider entity={paymentsApi}>
              <legacy.EntityResourcesCard />
              <legacy.EntityResourcesContent />
            </EntityProvider>
          }
        />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={
            <EntityProvider entity={paymentsApi}>
              <legacy.EntityComplianceCard />
              <legacy.EntityChannelCard />
              <legacy.EntityComplianceContent />
            </EntityProvider>
          }
        />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the legacy frontend system', () => {
  it('shows the pages as tabs, and a rule below its list', async () => {
    backend.on(listServices, () => new Refusal(403, 'Unauthorized'));
    backend.on(getBundle, () => bundle);
    backend.on(listRules, () => ({
      items: [ruleSummary()],
      totalItems: 1,
      facets: { packs: [], severities: [], frameworks: [], resourceTypes: [] },
    }));
    backend.on(getRule, () => rule());
    backend.on(getRuleSource, () => new Refusal(404, 'No source.'));
    backend.on(listRuleServices, () => ({ items: [], totalItems: 0 }));
    await renderApp('/paved-road');
    expect(
      await screen.findByRole('heading', {
        name: 'All services that you may see',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Rules' }));
    expect(
      await screen.findByRole('heading', { name: '1 rule in force' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'Buckets are encrypted' }),
    );
    expect(
      await screen.findByText('A stolen disk must not tell who banks with us.'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Rules' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows the golden paths, and how far they reach', async () => {
    backend.on(listGoldenPaths, () => ({ items: [goldenPath()] }));
    backend.on(getAdoption, () =>
      adoption({ services: [adopted('kyc', 'on-road')] }),
    );
    await renderApp('/paved-road/golden-paths');
    expect(
      await screen.findByRole('button', { name: 'Use it: Lambda API' }),
    ).toHaveAttribute('href', '/create/templates/default/lambda-api');
    await userEvent.click(
      screen.getByRole('link', { name: 'How far they reach' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: '1 of 1 service is on the paved road',
      }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Adoption' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows the products, and one below their list', async () => {
    backend.on(listProducts, () => ({
      items: [productSummary()],
      totalItems: 1,
      accounts: [account()],
      facets: { owners: [], types: [] },
    }));
    backend.on(getProduct, () => product());
    backend.on(getProductForm, () => productForm());
    await renderApp('/paved-road/products');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Encrypted bucket' }),
    );
    expect(
      await screen.findByRole('table', { name: 'Parameters' }),
    ).toHaveTextContent('BucketName');
    expect(screen.getByRole('tab', { name: 'Products' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(screen.getByRole('link', { name: 'All products' }));
    expect(
      await screen.findByRole('heading', { name: '1 product' }),
    ).toBeVisible();
  });

  it('shows what was launched, and one below the list', async () => {
    backend.on(listProducts, () => ({
      items: [],
      totalItems: 0,
      accounts: [account()],
      facets: { owners: [], types: [] },
    }));
    backend.on(listProvisionedProducts, () =>
      provisionedList([provisionedSummary()]),
    );
    backend.on(getProvisionedProduct, () => provisioned());
    backend.on(listServiceActions, () => ({ items: [] }));
    await renderApp('/paved-road/provisioned');
    await userEvent.click(
      await screen.findByRole('link', { name: 'receipts' }),
    );
    expect(
      await screen.findByRole('article', { name: 'receipts' }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Provisioned' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: 'End' }));
    expect(
      await screen.findByRole('heading', { name: 'End receipts' }),
    ).toBeVisible();
  });

  it('shows what is provisioned for an entity as a tab and as a card', async () => {
    backend.on(listProducts, () => new Refusal(403, 'Unauthorized'));
    backend.on(listProvisionedProducts, () =>
      provisionedList([
        provisionedSummary({ status: 'ERROR', statusMessage: 'No.' }),
      ]),
    );
    await renderApp('/catalog/default/component/payments-api/resources');
    expect(
      await screen.findByRole('heading', { name: '1 provisioned product' }),
    ).toBeVisible();
    expect(await screen.findByText('1 failed')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'receipts' })).toHaveLength(2);
  });

  it('shows the tab and the card of an entity page', async () => {
    backend.on(getService, () =>
      compliance({
        status: { verdict: 'fail', counts: counts({ fail: 1, advising: 1 }) },
        results: [result({ enforcement: 'advise', title: 'Advised' })],
      }),
    );
    backend.on(getBundle, () => bundle);
    backend.on(getCheck, () => check());
    backend.on(listChecks, () => ({ items: [] }));
    backend.on(getServiceStages, () => nothingPosted);
    backend.on(getServiceChannel, () => channel());
    backend.on(getServiceGoldenPath, () => ({ entityRef: PAYMENTS_API }));
    await renderApp('/catalog/default/component/payments-api');
    const advice = await screen.findByRole('region', {
      name: 'Advice: 1 rule',
    });
    expect(
      within(advice).getByRole('link', { name: 'Advised' }),
    ).toHaveAttribute('href', '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    expect(
      screen.getByText('1 rule advises a change; nothing blocks'),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', {
        name: 'Fails 1 rule advises a change; nothing blocks production',
      }),
    ).toBeVisible();
    expect(await screen.findByText('On the paved road')).toBeVisible();
    expect(
      await screen.findByText('It came from no golden path.'),
    ).toBeVisible();
  });
});
