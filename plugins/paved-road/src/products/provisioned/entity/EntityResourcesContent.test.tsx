import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProduct,
  listProvisionedProducts,
  ProvisionedProductSummary,
  SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../../__testUtils__/backend';
import { PAYMENTS_API } from '../../../__testUtils__/examples';
import { product } from '../../../__testUtils__/products';
import {
  provisionedList,
  provisionedSummary,
} from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';
import { fakeSignals } from '../../../__testUtils__/signals';

const backend = setupBackend();

const TAB = '/catalog/default/component/payments-api/resources';

function serve(items: ProvisionedProductSummary[], totalItems = items.length) {
  backend.on(listProvisionedProducts, ({ query }) =>
    query.entityRef?.join() === PAYMENTS_API && !query.ended
      ? provisionedList(items, { totalItems })
      : provisionedList([]),
  );
}

const ledger = provisionedSummary({
  id: 'pp-ledger',
  name: 'ledger',
  status: 'TAINTED',
  statusMessage: 'Resource limit exceeded.',
  outputs: [],
});

const resources = async () =>
  within(await screen.findByRole('list', { name: 'Resources' })).findAllByRole(
    'heading',
  );

describe('EntityResourcesContent', () => {
  it('says of what there is a newer version, and leads to the update', async () => {
    serve([
      provisionedSummary(),
      provisionedSummary({
        id: 'pp-new',
        name: 'new',
        version: { id: 'pa-2' },
      }),
      provisionedSummary({ id: 'pp-hand', name: 'hand', origin: 'outside' }),
    ]);
    const asked: string[] = [];
    backend.on(getProduct, ({ params }) => {
      asked.push(params.product);
      return product();
    });
    renderPortal(TAB, { part: 'resources' });
    expect(
      await screen.findByRole('link', { name: 'v2 is available' }),
    ).toHaveAttribute(
      'href',
      '/paved-road/provisioned/pp-receipts/update?version=pa-2',
    );
    expect(screen.getAllByText('v2 is available')).toHaveLength(2);
    expect(asked).toEqual(['prod-bucket']);
  });

  it('shows what is provisioned for the entity, failures first with what AWS says', async () => {
    serve([provisionedSummary(), ledger]);
    renderPortal(TAB, { part: 'resources' });
    expect(
      await screen.findByRole('heading', { name: '2 provisioned products' }),
    ).toBeVisible();
    expect((await resources()).map(({ textContent }) => textContent)).toEqual([
      'ledger',
      'receipts',
    ]);
    const [first, second] = within(
      screen.getByRole('list', { name: 'Resources' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('Failed update');
    expect(first).toHaveTextContent('Resource limit exceeded.');
    expect(second).toHaveTextContent('Available');
    await waitFor(() =>
      expect(second).toHaveTextContent(
        'Encrypted bucket v1 in Payments, development',
      ),
    );
    expect(
      within(second).getByRole('link', { name: 'receipts' }),
    ).toHaveAttribute('href', '/paved-road/provisioned/pp-receipts');
    expect(
      screen.getByRole('button', { name: 'Launch a product for this service' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/products?entity=${encodeURIComponent(PAYMENTS_API)}`,
    );
    expect(
      screen.getByRole('link', { name: 'With those that have ended' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/provisioned?entity=${encodeURIComponent(
        PAYMENTS_API,
      )}&ended=true`,
    );
  });

  it('opens the outputs, to be copied', async () => {
    serve([provisionedSummary()]);
    renderPortal(TAB, { part: 'resources' });
    await resources();
    expect(screen.queryByText('payments-receipts')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '1 output' }));
    expect(screen.getByText('payments-receipts')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Copy BucketName' }),
    ).toBeVisible();
  });

  it('shows a new one as soon as it is told', async () => {
    const signals = fakeSignals();
    serve([]);
    renderPortal(TAB, { part: 'resources', signals: signals.api });
    await screen.findByText('Nothing is provisioned yet');
    serve([
      provisionedSummary({
        status: 'LAUNCHING',
        openChange: { id: 'c', kind: 'launch', state: 'sending' },
      }),
    ]);
    signals.send(SIGNAL_CHANNEL_PROVISIONED_PRODUCTS, {
      provisionedProductId: 'pp-receipts',
      entityRef: PAYMENTS_API,
      changeId: 'c',
      state: 'sending',
    });
    expect(await screen.findByText('On its way to AWS')).toBeVisible();
    serve([provisionedSummary()]);
    expect(await screen.findByText('Available')).toBeVisible();
    expect(screen.queryByText('On its way to AWS')).toBeNull();
  });

  it('leads to all of them where there are more than it shows', async () => {
    serve([provisionedSummary()], 140);
    renderPortal(TAB, { part: 'resources' });
    expect(
      await screen.findByRole('link', { name: 'All 140 provisioned products' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/provisioned?entity=${encodeURIComponent(PAYMENTS_API)}`,
    );
  });

  it('says what products are where there is nothing, and leads there', async () => {
    serve([]);
    renderPortal(TAB, { part: 'resources' });
    expect(
      await screen.findByText(/A product is a piece of infrastructure/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See the products' }),
    ).toHaveAttribute(
      'href',
      `/paved-road/products?entity=${encodeURIComponent(PAYMENTS_API)}`,
    );
  });

  it('says that it is loading, and whom to ask who may not see it', async () => {
    serve([]);
    const { opened, open } = gate();
    backend.on(listProvisionedProducts, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal(TAB, { part: 'resources' });
    expect(
      await screen.findByText('Loading the resources'),
    ).toBeInTheDocument();
    open();
    expect(await screen.findByText(/Ask its owners/)).toBeVisible();
  });

  it('tries again what failed', async () => {
    serve([provisionedSummary()]);
    backend.on(listProvisionedProducts, () => new Refusal(500, 'Broken.'));
    renderPortal(TAB, { part: 'resources' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Broken.');
    serve([provisionedSummary()]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await resources()).toHaveLength(1);
  });
});
