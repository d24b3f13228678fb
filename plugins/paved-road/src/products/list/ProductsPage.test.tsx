import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listProducts,
  OperationResponse,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../__testUtils__/backend';
import { account, productSummary } from '../../__testUtils__/products';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

// eslint-disable-next-line no-script-url -- what a hostile product would say
const SCRIPT_URL = 'javascript:alert(1)';

const development = account();
const production = account({
  id: 'payments-prod',
  title: 'Payments live',
  accountId: '444455556666',
  environment: 'production',
});
const bucket = productSummary();
const queue = productSummary({
  account: 'payments-prod',
  id: 'prod-queue',
  name: 'Queue',
  owner: 'group:default/integration',
  description: undefined,
  support: {},
});

/** Products that answer the filters as the API says. */
function serveProducts(
  products: ProductSummary[] = [bucket, queue],
  accounts: OperationResponse<typeof listProducts>['accounts'] = [
    development,
    production,
  ],
) {
  backend.on(listProducts, ({ query }) => ({
    items: products.filter(
      one =>
        (query.account ?? [one.account]).includes(one.account) &&
        (!query.owner || query.owner.includes(one.owner!)) &&
        (!query.type || query.type.includes(one.type!)) &&
        one.name.toLowerCase().includes(query.text ?? ''),
    ),
    totalItems: products.length,
    accounts,
    facets: {
      owners: ['Storage team', 'group:default/integration'],
      types: ['CLOUD_FORMATION_TEMPLATE', 'MARKETPLACE'],
    },
  }));
}

async function rows(expected: number) {
  const all = () =>
    within(screen.getByRole('table', { name: 'Products' })).getAllByRole('row');
  await waitFor(() => expect(all()).toHaveLength(expected + 1));
  return all().slice(1);
}

const address = () => screen.getByLabelText('Address').textContent;

describe('ProductsPage', () => {
  it('says of each product what it is, whose, where it is launched, and whom to ask', async () => {
    serveProducts();
    renderPortal('/paved-road/products');
    const [first, second] = await rows(2);
    expect(screen.getByRole('heading', { name: '2 products' })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Products' })).toHaveAttribute(
      'aria-selected',
      'true',
    );

    expect(
      within(first).getByRole('link', { name: 'Encrypted bucket' }),
    ).toHaveAttribute('href', '/paved-road/products/payments-dev/prod-bucket');
    expect(first).toHaveTextContent('A bucket that only its service can read.');
    expect(first).toHaveTextContent('Storage team');
    expect(first).toHaveTextContent('Paymentsdevelopment, eu-central-1');
    expect(
      within(first).getByRole('link', { name: 'storage@example.com' }),
    ).toHaveAttribute('href', 'mailto:storage@example.com');
    expect(
      within(first).getByRole('link', { name: /^wiki\.example\.com\/buckets/ }),
    ).toHaveAttribute('href', 'https://wiki.example.com/buckets/');

    expect(second).toHaveTextContent('No description');
    expect(second).toHaveTextContent('Payments liveproduction');
    expect(second).toHaveTextContent('No contact recorded');
    expect(
      within(second).getByRole('link', { name: /integration/ }),
    ).toHaveAttribute('href', expect.stringContaining('/integration'));
  });

  it('says how old the answer of each account is', async () => {
    serveProducts();
    renderPortal('/paved-road/products');
    const ages = await screen.findByRole('region', {
      name: 'How old this list is',
    });
    expect(ages).toHaveTextContent(
      'Payments, development (111122223333, eu-central-1): asked 2 hours ago',
    );
    await userEvent.hover(within(ages).getAllByText('2 hours ago')[0]);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /\d{4} at \d{1,2}:\d{2}:\d{2}/,
    );
  });

  it('narrows by type, in words', async () => {
    serveProducts([
      bucket,
      productSummary({
        id: 'prod-bought',
        name: 'Bought',
        type: 'MARKETPLACE',
      }),
    ]);
    renderPortal('/paved-road/products');
    await rows(2);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Type' }),
      'market{arrowdown}{enter}',
    );
    expect((await rows(1))[0]).toHaveTextContent('Bought');
    expect(address()).toBe('/paved-road/products?type=MARKETPLACE');
  });

  it('narrows by account and by owner from the keyboard, and the address says so', async () => {
    serveProducts();
    renderPortal('/paved-road/products');
    await rows(2);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Account' }),
      'live{arrowdown}{enter}',
    );
    expect((await rows(1))[0]).toHaveTextContent('Queue');
    expect(
      screen.getByRole('heading', { name: '1 of 2 products' }),
    ).toBeVisible();
    expect(address()).toBe('/paved-road/products?account=payments-prod');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Owner' }),
      'storage{arrowdown}{enter}',
    );
    expect(await screen.findByText('No product matches')).toBeVisible();
    expect(address()).toBe(
      '/paved-road/products?account=payments-prod&owner=Storage+team',
    );
  });

  it('looks for words, and takes all filters away again', async () => {
    serveProducts();
    renderPortal('/paved-road/products?text=bucket');
    expect((await rows(1))[0]).toHaveTextContent('Encrypted bucket');
    const words = screen.getByRole('searchbox', {
      name: 'Words in the product',
    });
    expect(words).toHaveValue('bucket');
    await userEvent.clear(words);
    await userEvent.type(words, 'queue');
    await waitFor(() =>
      expect(address()).toBe('/paved-road/products?text=queue'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await rows(2);
    expect(address()).toBe('/paved-road/products');
  });

  it('shows the products of the others where an account does not answer, until it does', async () => {
    serveProducts(
      [queue],
      [
        {
          ...development,
          readAt: undefined,
          problem: { code: 'throttled', message: 'Try again in a minute.' },
        },
        production,
      ],
    );
    renderPortal('/paved-road/products');
    expect((await rows(1))[0]).toHaveTextContent('Queue');
    const problem = screen.getByRole('alert');
    expect(problem).toHaveTextContent('Payments, development does not answer');
    expect(problem).toHaveTextContent('Try again in a minute.');
    expect(
      screen.getByRole('region', { name: 'How old this list is' }),
    ).toHaveTextContent(/Payments, development .*: does not answer/);
    serveProducts();
    await userEvent.click(
      within(problem).getByRole('button', { name: 'Try again' }),
    );
    await rows(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not speak of a silent account to who looks at another one', async () => {
    serveProducts(
      [queue],
      [
        {
          ...development,
          problem: { code: 'no-access', message: 'Look at the role.' },
        },
        production,
      ],
    );
    renderPortal('/paved-road/products?account=payments-prod');
    await rows(1);
    expect(screen.queryByText('Look at the role.')).toBeNull();
  });

  it('leaves it at the problems where no account answers', async () => {
    serveProducts(
      [],
      [
        {
          ...development,
          problem: { code: 'unreachable', message: 'Look at the network.' },
        },
      ],
    );
    renderPortal('/paved-road/products');
    expect(await screen.findByText('Look at the network.')).toBeVisible();
    expect(screen.queryByText('There is no product yet')).toBeNull();
  });

  it('says where an account has more products than are read', async () => {
    serveProducts([bucket], [{ ...development, truncated: true }]);
    renderPortal('/paved-road/products');
    await rows(1);
    expect(
      screen.getByRole('heading', {
        name: 'Payments, development has more products than are shown',
      }),
    ).toBeVisible();
  });

  it('shows many products step by step', async () => {
    serveProducts(
      Array.from({ length: 120 }, (_, index) =>
        productSummary({ id: `prod-${index}`, name: `Product ${index}` }),
      ),
    );
    renderPortal('/paved-road/products');
    await rows(50);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 50 more products of 70 left' }),
    );
    await rows(100);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 20 more products' }),
    );
    expect((await rows(120))[119]).toHaveTextContent('Product 119');
  });

  it('names the configuration where no account is set up', async () => {
    serveProducts([], []);
    renderPortal('/paved-road/products');
    expect(
      await screen.findByText('pavedRoad.products.accounts'),
    ).toBeVisible();
  });

  it('says who gives products where there is none', async () => {
    serveProducts([]);
    renderPortal('/paved-road/products');
    expect(await screen.findByText('There is no product yet')).toBeVisible();
  });

  it('makes nothing of what strangers write but text and links to the web', async () => {
    serveProducts([
      productSummary({
        name: '<img src=x onerror="alert(1)">',
        owner: '<b>me</b>',
        support: {
          email: 'a@example.com?bcc=everybody@example.com',
          url: SCRIPT_URL,
          description: '<script>alert(1)</script>',
        },
      }),
    ]);
    renderPortal('/paved-road/products');
    const [row] = await rows(1);
    expect(row.querySelector('script, img, b')).toBeNull();
    const links = within(row).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      '<img src=x onerror="alert(1)">',
    ]);
  });

  it('says that it is loading, and who may not see the products', async () => {
    const { opened, open } = gate();
    backend.on(listProducts, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal('/paved-road/products');
    expect(await screen.findByText('Loading the products')).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByText('Loading the products')).toBeNull();
  });

  it('tries again what failed', async () => {
    backend.on(listProducts, () => new Refusal(500, 'Out of order.'));
    renderPortal('/paved-road/products');
    expect(await screen.findByRole('alert')).toHaveTextContent('Out of order.');
    serveProducts();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await rows(2);
  });
});
