import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listProvisionedProducts,
  ProvisionedProductSummary,
  SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../../__testUtils__/backend';
import { hoursAgo, PAYMENTS_API } from '../../../__testUtils__/examples';
import { account } from '../../../__testUtils__/products';
import {
  provisionedList,
  provisionedSummary,
} from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';
import { fakeSignals } from '../../../__testUtils__/signals';

const backend = setupBackend();

const PAGE = '/paved-road/provisioned';

const receipts = provisionedSummary();
const tainted = provisionedSummary({
  id: 'pp-ledger',
  name: 'ledger',
  account: 'payments-prod',
  status: 'TAINTED',
  statusMessage: 'Resource limit exceeded.',
});
const foreign = provisionedSummary({
  id: 'pp-foreign',
  name: 'by-hand',
  origin: 'outside',
  entityRef: undefined,
  version: undefined,
  status: 'UNKNOWN',
});
const ended = provisionedSummary({
  id: 'pp-old',
  name: 'old-one',
  status: 'TERMINATED',
});

/** What was launched, answering the filters as the API says. */
function serve(
  products: ProvisionedProductSummary[] = [receipts, tainted, foreign, ended],
) {
  backend.on(listProvisionedProducts, ({ query }) => {
    const items = products.filter(
      one =>
        (query.status ?? [one.status]).includes(one.status) &&
        (query.account ?? [one.account]).includes(one.account) &&
        (!query.entityRef || query.entityRef.includes(one.entityRef ?? '')) &&
        (query.ended || one.status !== 'TERMINATED') &&
        one.name.includes(query.text ?? ''),
    );
    const first = Number(query.cursor ?? 0);
    const next = first + query.limit;
    return provisionedList(
      items.slice(first, next),
      {
        totalItems: items.length,
        nextCursor: next < items.length ? String(next) : undefined,
      },
      [
        account(),
        account({
          id: 'payments-prod',
          title: 'Payments live',
          environment: 'production',
        }),
      ],
    );
  });
}

async function rows(expected: number) {
  const all = () =>
    within(
      screen.getByRole('table', { name: 'Provisioned products' }),
    ).getAllByRole('row');
  await waitFor(() => expect(all()).toHaveLength(expected + 1));
  return all().slice(1);
}

const address = () => screen.getByLabelText('Address').textContent;

describe('ProvisionedProductsPage', () => {
  it('says of each what it is, how it is, whose and where', async () => {
    serve();
    renderPortal(PAGE);
    const [first, second, third] = await rows(3);
    expect(
      screen.getByRole('heading', { name: '3 provisioned products' }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Provisioned' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      within(first).getByRole('link', { name: 'receipts' }),
    ).toHaveAttribute('href', `${PAGE}/pp-receipts`);
    expect(
      within(first).getByRole('link', { name: /payments-api/ }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
    expect(first).toHaveTextContent('Available');
    expect(first).toHaveTextContent('Encrypted bucketv1');
    await waitFor(() =>
      expect(first).toHaveTextContent('Payments, development'),
    );
    expect(within(first).getByText('3 days ago')).toBeVisible();

    expect(second).toHaveTextContent('Failed update');
    expect(second).toHaveTextContent('Resource limit exceeded.');
    expect(third).toHaveTextContent('Launched outside the portal');
    expect(third).toHaveTextContent('Not known');
    expect(third).toHaveTextContent('Nobody named');
  });

  it('narrows by status and account, and the address says so', async () => {
    serve();
    renderPortal(PAGE);
    await rows(3);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Status' }),
      'failed update{arrowdown}{enter}',
    );
    expect((await rows(1))[0]).toHaveTextContent('ledger');
    expect(address()).toBe(`${PAGE}?status=TAINTED`);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Account' }),
      'development{arrowdown}{enter}',
    );
    expect(await screen.findByText('Nothing matches')).toBeVisible();
    expect(address()).toBe(`${PAGE}?status=TAINTED&account=payments-dev`);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await rows(3);
    expect(address()).toBe(PAGE);
  });

  it('looks for a part of the name, and shows the ended ones where asked', async () => {
    serve();
    renderPortal(PAGE);
    await rows(3);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Name' }),
      'old',
    );
    expect(await screen.findByText('Nothing matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Show ended ones too' }),
    );
    expect((await rows(1))[0]).toHaveTextContent('old-oneEnded');
    expect(address()).toBe(`${PAGE}?text=old&ended=true`);
  });

  it('shows the ended ones to who asks for that status', async () => {
    serve();
    renderPortal(PAGE);
    await rows(3);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Status' }),
      'ended{arrowdown}{enter}',
    );
    expect((await rows(1))[0]).toHaveTextContent('old-one');
  });

  it('shows what is for one entity where the address names it', async () => {
    serve();
    renderPortal(`${PAGE}?entity=${PAYMENTS_API}`);
    expect((await rows(2)).map(row => row.textContent).join()).not.toContain(
      'by-hand',
    );
  });

  it('leads from page to page and back', async () => {
    serve(
      Array.from({ length: 30 }, (_, index) =>
        provisionedSummary({ id: `pp-${index}`, name: `bucket-${index}` }),
      ),
    );
    renderPortal(PAGE);
    expect((await rows(25))[0]).toHaveTextContent('bucket-0');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect((await rows(5))[0]).toHaveTextContent('bucket-25');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect((await rows(25))[0]).toHaveTextContent('bucket-0');
  });

  it('shows a change as soon as it is told, and keeps what it knows where the backend falls silent', async () => {
    const signals = fakeSignals();
    const tell = (provisionedProductId: string) =>
      signals.send(SIGNAL_CHANNEL_PROVISIONED_PRODUCTS, {
        provisionedProductId,
        entityRef: PAYMENTS_API,
        changeId: 'change-1',
        state: 'succeeded',
      });
    serve([provisionedSummary({ status: 'UNDER_CHANGE' })]);
    renderPortal(PAGE, { signals: signals.api });
    expect((await rows(1))[0]).toHaveTextContent('Under change');
    serve([receipts]);
    tell('pp-receipts');
    await waitFor(async () =>
      expect((await rows(1))[0]).toHaveTextContent('Available'),
    );
    backend.on(listProvisionedProducts, () => new Refusal(503, 'Away'));
    tell('pp-receipts');
    expect(await screen.findByText(/This may be old/)).toBeVisible();
    expect((await rows(1))[0]).toHaveTextContent('Available');
  });

  it('leads to the products where nothing was launched', async () => {
    serve([]);
    renderPortal(PAGE);
    expect(await screen.findByText('Nothing was launched yet')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what can be launched' }),
    ).toHaveAttribute('href', '/paved-road/products');
  });

  it('says that it is loading, and who may not see it', async () => {
    serve();
    const { opened, open } = gate();
    backend.on(listProvisionedProducts, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal(PAGE);
    expect(
      await screen.findByText('Loading what was launched'),
    ).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByText('Loading what was launched')).toBeNull();
  });

  it('tries again what failed', async () => {
    serve();
    backend.on(listProvisionedProducts, () => new Refusal(500, 'Broken.'));
    renderPortal(PAGE);
    expect(await screen.findByRole('alert')).toHaveTextContent('Broken.');
    serve();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await rows(3);
  });

  it('makes nothing of hostile names but text', async () => {
    serve([
      provisionedSummary({
        name: '<img src=x onerror="alert(1)">',
        entityRef: '<b>me</b>',
        createdAt: hoursAgo(1),
      }),
    ]);
    renderPortal(PAGE);
    const [row] = await rows(1);
    expect(row.querySelector('img, b')).toBeNull();
    expect(within(row).getAllByRole('link')).toHaveLength(1);
  });
});
