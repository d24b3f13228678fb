import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProduct,
  getProductForm,
  listProducts,
  ProductDetail,
  ProductForm,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../__testUtils__/backend';
import {
  account,
  parameter,
  product,
  productForm,
} from '../../__testUtils__/products';
import { renderPortal } from '../../__testUtils__/renderPortal';

const backend = setupBackend();

const PAGE = '/paved-road/products/payments-dev/prod-bucket';

function serveAccount() {
  backend.on(listProducts, () => ({
    items: [],
    totalItems: 0,
    accounts: [account(), account({ id: 'other', title: 'Other' })],
    facets: { owners: [], types: [] },
  }));
}

/** A product whose form tells which version and path it was asked for. */
function serveProduct(
  some: Partial<ProductDetail> = {},
  form: Partial<ProductForm> = {},
) {
  serveAccount();
  backend.on(getProduct, () => product(some));
  backend.on(getProductForm, ({ params, query }) =>
    productForm({
      outputs: [
        {
          key: 'BucketArn',
          description: `Of ${params.version} through ${query.path}`,
        },
      ],
      ...form,
    }),
  );
}

async function openProduct(search = '') {
  renderPortal(`${PAGE}${search}`);
  return screen.findByRole('article', { name: 'Encrypted bucket' });
}

const section = (name: string) => screen.findByRole('region', { name });

const address = () => screen.getByLabelText('Address').textContent;

const twoPaths = [
  { id: 'lp-a', name: 'Storage' },
  { id: 'lp-b', name: 'Payments' },
];

describe('ProductPage', () => {
  it('says first what you get, then the versions, then what it asks for', async () => {
    serveProduct();
    const page = await openProduct();
    await section('What holds for the launch');
    expect(
      within(page)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'What you get',
      'Version',
      'What it asks for',
      'What holds for the launch',
      'Support',
      'Facts',
    ]);
    const get = await section('What you get');
    expect(get).toHaveTextContent('A bucket that only its service can read.');
    expect(get).toHaveTextContent('What v2 tells once it is launched');
    expect(get).toHaveTextContent('BucketArnOf pa-2 through lpv3-storage');
    expect(
      screen.queryByRole('radiogroup', { name: 'Launch path' }),
    ).toBeNull();
  });

  it('tells whose it is, where it is launched, whom to ask, and how old the answers are', async () => {
    serveProduct({ budgets: ['Storage 2026', 'Pilots'] });
    const page = await openProduct();
    expect(
      await within(page).findByText('Payments, development'),
    ).toBeVisible();
    const facts = await section('Facts');
    await waitFor(() => expect(facts).toHaveTextContent('Form asked for'));
    for (const fact of [
      'OwnerStorage team',
      'DistributorPlatform',
      'TypeCloudFormation template',
      'AccountPayments',
      'Number of the account111122223333',
      'Regioneu-central-1',
      'Environmentdevelopment',
      'Launched throughStorage',
      'BudgetsStorage 2026, Pilots',
      'Product asked for1 hour ago',
      'Form asked for1 hour ago',
    ]) {
      expect(facts).toHaveTextContent(fact);
    }
    expect(await section('Support')).toHaveTextContent(
      'Weekdays from eight to six.',
    );
  });

  it('takes the first version, marks the others, and shows another from the keyboard', async () => {
    serveProduct();
    await openProduct();
    const version = await section('Version');
    const [second, first] = within(version).getAllByRole('radio');
    expect(second).toBeChecked();
    expect(within(version).getByText('Keeps access logs.')).toBeVisible();
    expect(first).toHaveAccessibleName('v1 Deprecated');
    expect(second).not.toHaveAccessibleName(/Deprecated/);
    await userEvent.click(first);
    await waitFor(() => expect(address()).toBe(`${PAGE}?version=pa-1`));
    expect(
      await screen.findByText('Of pa-1 through lpv3-storage'),
    ).toBeVisible();
    expect(screen.queryByText('Of pa-2 through lpv3-storage')).toBeNull();
  });

  it('shows the version that a shared address names, also far down the list', async () => {
    serveProduct({
      versions: Array.from({ length: 40 }, (_, index) => ({
        id: `pa-${index}`,
        name: `v${index}`,
        guidance: index === 0 ? ('default' as const) : undefined,
      })),
    });
    await openProduct('?version=pa-9');
    const version = await section('Version');
    expect(within(version).getAllByRole('radio')).toHaveLength(10);
    expect(within(version).getByRole('radio', { name: 'v9' })).toBeChecked();
    expect(
      within(version).getByRole('radio', { name: 'v0 Recommended' }),
    ).not.toBeChecked();
    await userEvent.click(
      within(version).getByRole('button', {
        name: 'Show 20 more versions of 30 left',
      }),
    );
    expect(within(version).getAllByRole('radio')).toHaveLength(30);
  });

  it('says that the version of an address is not there', async () => {
    serveProduct();
    await openProduct('?version=pa-gone');
    expect(await section('Version')).toHaveTextContent(
      'The version in the address is not there',
    );
    expect(
      await screen.findByText('Of pa-2 through lpv3-storage'),
    ).toBeVisible();
  });

  it('lets the launch path be chosen where there are several, and asks nothing before', async () => {
    serveProduct({ launchPaths: twoPaths });
    let asked = 0;
    backend.server.events.on('request:start', request => {
      asked += request.url.pathname.endsWith('/form') ? 1 : 0;
    });
    await openProduct();
    expect(
      await screen.findByRole('heading', { name: 'Choose a launch path' }),
    ).toBeVisible();
    const paths = screen.getByRole('radiogroup', { name: 'Launch path' });
    expect(within(paths).queryByRole('radio', { checked: true })).toBeNull();
    expect(asked).toBe(0);
    await userEvent.click(
      within(paths).getByRole('radio', { name: 'Payments' }),
    );
    expect(await screen.findByText('Of pa-2 through lp-b')).toBeVisible();
    expect(address()).toBe(`${PAGE}?path=lp-b`);
    await userEvent.click(screen.getByRole('radio', { name: 'v1 Deprecated' }));
    expect(await screen.findByText('Of pa-1 through lp-b')).toBeVisible();
    expect(address()).toBe(`${PAGE}?path=lp-b&version=pa-1`);
  });

  it('loads the product again where its launch paths have changed since', async () => {
    serveProduct();
    backend.on(
      getProductForm,
      () => new Refusal(400, 'Choose the launch path: lp-a, lp-b'),
    );
    await openProduct();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Choose the launch path: lp-a, lp-b');
    serveProduct({ launchPaths: twoPaths });
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Load the product again' }),
    );
    expect(
      await screen.findByRole('radiogroup', { name: 'Launch path' }),
    ).toBeVisible();
  });

  it('says what each parameter is and what is allowed, group by group', async () => {
    serveProduct(
      {},
      {
        groups: [
          {
            label: 'Naming',
            parameters: [
              parameter({
                label: 'Name of the bucket',
                description: 'Stands in its address.',
                minLength: 3,
                maxLength: 63,
                allowedPattern: '^[a-z0-9-]+$',
                constraintDescription: 'Small letters, please.',
              }),
            ],
          },
          {
            parameters: [
              parameter({
                key: 'Days',
                type: 'Number',
                default: '7',
                minValue: 1,
                maxValue: 35,
              }),
              parameter({
                key: 'Class',
                default: '',
                allowedValues: ['public', 'secret'],
              }),
              parameter({ key: 'Password', noEcho: true, minLength: 12 }),
              parameter({
                key: 'Zone',
                allowedValues: Array.from(
                  { length: 30 },
                  (_, i) => `zone-${i}`,
                ),
              }),
              parameter({ key: 'Note' }),
            ],
          },
        ],
      },
    );
    await openProduct();
    const naming = await screen.findByRole('table', { name: 'Naming' });
    expect(within(naming).getByRole('rowheader')).toHaveTextContent(
      'Name of the bucketBucketNameStands in its address.',
    );
    expect(within(naming).getAllByRole('row')[1]).toHaveTextContent(
      'TextNone: a value is neededSmall letters, please.3 to 63 charactersMatches ^[a-z0-9-]+$',
    );
    const others = screen.getByRole('table', { name: 'Other parameters' });
    const [, days, kind, password, zone, note] =
      within(others).getAllByRole('row');
    expect(days).toHaveTextContent('DaysNumber7From 1 to 35');
    expect(kind).toHaveTextContent('ClassTextEmptyOne of public, secret');
    expect(password).toHaveTextContent(
      'PasswordTextA secret, never keptNot shownAt least 12 characters',
    );
    expect(note).toHaveTextContent('NoteTextNone: a value is neededAny value');
    expect(within(zone).queryByText('zone-29')).toBeNull();
    await userEvent.click(
      within(zone).getByRole('button', { name: 'One of 30 values' }),
    );
    expect(within(zone).getByText('zone-29')).toBeVisible();
  });

  it('says what else holds for a launch: tags, rules, constraints and the role', async () => {
    serveProduct(
      {},
      {
        groups: [],
        outputs: [],
        tagOptions: [{ key: 'cost-centre', values: ['4711', '4712'] }],
        rules: [
          { name: 'Regions', assertions: ['Secret data stays in Frankfurt.'] },
          { name: 'Silent', assertions: [] },
        ],
        constraints: [
          { type: 'TEMPLATE', description: 'Small sizes only' },
          { type: 'SOMETHING_NEW' },
        ],
        launchRole: 'arn:aws:iam::111122223333:role/launch',
      },
    );
    await openProduct();
    expect(await section('What it asks for')).toHaveTextContent(
      'Nothing: it has no parameters.',
    );
    expect(await section('What you get')).toHaveTextContent(
      'Nothing: this version has no outputs.',
    );
    expect(await section('Tags to choose')).toHaveTextContent(
      'cost-centreOne of 4711, 4712',
    );
    const rules = await section('What the values have to be like together');
    expect(rules).toHaveTextContent('RegionsSecret data stays in Frankfurt.');
    expect(rules).toHaveTextContent(
      'SilentIts makers do not say in words what it wants.',
    );
    const terms = await section('What holds for the launch');
    expect(terms).toHaveTextContent(
      'Limits on the parameters: Small sizes only',
    );
    expect(terms).toHaveTextContent('SOMETHING_NEW');
    expect(terms).toHaveTextContent('arn:aws:iam::111122223333:role/launch');
  });

  it('says why a product cannot be launched', async () => {
    serveProduct({ launchPaths: [] });
    await openProduct();
    expect(
      await screen.findByRole('heading', {
        name: 'It cannot be launched here',
      }),
    ).toBeVisible();
    expect(await section('Facts')).toHaveTextContent(
      'Launched throughNo portfolio',
    );
  });

  it('says that there is no version', async () => {
    serveProduct({ versions: [] });
    await openProduct('?version=pa-1');
    expect(await section('Version')).toHaveTextContent(
      'There is no version that can be launched.',
    );
    expect(
      screen.queryByRole('region', { name: 'What it asks for' }),
    ).toBeNull();
  });

  it('keeps the rest of the page when the form cannot be shown', async () => {
    serveProduct();
    backend.on(getProductForm, () => new Refusal(503, 'Too many questions.'));
    await openProduct();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Payments, development does not answer');
    expect(alert).toHaveTextContent('Too many questions.');
    expect(await section('What you get')).toHaveTextContent(
      'This is not known; see below why.',
    );
    serveProduct();
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Of pa-2 through lpv3-storage'),
    ).toBeVisible();
  });

  it('says of an account that does not answer why, and tries again', async () => {
    serveAccount();
    backend.on(getProduct, () => new Refusal(503, 'Look at the role.'));
    renderPortal(PAGE);
    const alert = await screen.findByRole('alert');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Payments, development does not answer',
      ),
    );
    expect(alert).toHaveTextContent('Look at the role.');
    serveProduct();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('article', { name: 'Encrypted bucket' }),
    ).toBeVisible();
  });

  it('does without the account where the list of products fails', async () => {
    serveProduct();
    backend.on(listProducts, () => new Refusal(500, 'Out of order.'));
    const page = await openProduct();
    expect(within(page).getByText('The account payments-dev')).toBeVisible();
    expect(await section('Facts')).toHaveTextContent('Accountpayments-dev');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that there is no such product, with the way back', async () => {
    serveAccount();
    backend.on(getProduct, () => new Refusal(404, 'No such product.'));
    renderPortal(PAGE);
    expect(await screen.findByText('No such product.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All products' })).toHaveAttribute(
      'href',
      '/paved-road/products',
    );
  });

  it('says that it is loading, and who may not see the product', async () => {
    const { opened, open } = gate();
    serveAccount();
    backend.on(getProduct, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal(PAGE);
    expect(await screen.findByText('Loading the product')).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
