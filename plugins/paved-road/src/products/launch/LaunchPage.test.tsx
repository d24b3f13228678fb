import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rest } from 'msw';
import { Entity } from '@backstage/catalog-model';
import {
  getProduct,
  getProductForm,
  getProvisionedProduct,
  launchProduct,
  listProducts,
  listRules,
  OperationBody,
  planLaunch,
  preflightLaunch,
  ProductDetail,
  ProductForm,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  BASE_URL,
  gate,
  Refusal,
  setupBackend,
} from '../../__testUtils__/backend';
import {
  PAYMENTS_API,
  paymentsApi,
  ruleSummary,
} from '../../__testUtils__/examples';
import {
  account,
  parameter,
  product,
  productForm,
} from '../../__testUtils__/products';
import { renderPortal } from '../../__testUtils__/renderPortal';
import {
  changeAnswer,
  plan,
  preflight,
  stopped,
} from './__testUtils__/outlook';

const backend = setupBackend();

const PAGE = '/paved-road/products/payments-dev/prod-bucket/launch';
const FOR_PAYMENTS = `?entity=${encodeURIComponent(PAYMENTS_API)}`;

const owned: Entity = {
  ...paymentsApi,
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

type Launch = OperationBody<typeof launchProduct>;

/** A backend that launches, and keeps what it was asked for. */
function serve(
  some: {
    product?: Partial<ProductDetail>;
    form?: Partial<ProductForm>;
  } = {},
) {
  const asked = {
    launches: [] as Launch[],
    preflights: [] as OperationBody<typeof preflightLaunch>[],
    plans: [] as OperationBody<typeof planLaunch>[],
  };
  backend.on(listProducts, () => ({
    items: [],
    totalItems: 0,
    accounts: [account({ environment: 'production' })],
    facets: { owners: [], types: [] },
  }));
  backend.on(listRules, () => ({
    items: [ruleSummary()],
    totalItems: 1,
    facets: { packs: [], severities: [], frameworks: [], resourceTypes: [] },
  }));
  backend.on(getProduct, () => product(some.product));
  backend.on(getProductForm, () => productForm(some.form));
  backend.on(preflightLaunch, ({ body }) => {
    asked.preflights.push(body);
    return preflight();
  });
  backend.on(planLaunch, ({ body }) => {
    asked.plans.push(body);
    return plan();
  });
  backend.on(launchProduct, ({ body }) => {
    asked.launches.push(body);
    return changeAnswer();
  });
  backend.on(getProvisionedProduct, () => new Refusal(404, 'Not yet.'));
  return asked;
}

async function openLaunch(search = FOR_PAYMENTS) {
  renderPortal(`${PAGE}${search}`, { entity: owned });
  return screen.findByRole('article', { name: 'Launch Encrypted bucket' });
}

const bucketName = () => screen.findByRole('textbox', { name: 'BucketName' });

async function launchButton() {
  const button = await screen.findByRole('button', { name: 'Launch' });
  await waitFor(() => expect(button).toBeEnabled());
  return button;
}

const address = () => screen.getByLabelText('Address').textContent;

describe('LaunchPage', () => {
  it('launches what was chosen, for whom it was chosen, and leads to it', async () => {
    const asked = serve({
      form: { tagOptions: [{ key: 'cost-centre', values: ['4711'] }] },
    });
    const page = await openLaunch('?version=pa-2');
    expect(page).toHaveTextContent(
      'Launches in Payments, production · rules block here',
    );
    expect(
      await screen.findByRole('button', { name: 'Launch' }),
    ).toBeDisabled();
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Component' }),
    );
    await userEvent.click(await screen.findByText(PAYMENTS_API));
    expect(address()).toBe(
      `${PAGE}?version=pa-2&entity=${encodeURIComponent(PAYMENTS_API)}`,
    );
    expect(
      screen.getByRole('textbox', { name: 'Name in the account' }),
    ).toHaveValue('payments-api-encrypted-bucket');
    await userEvent.type(await bucketName(), 'receipts');
    await userEvent.click(await launchButton());
    await waitFor(() => expect(address()).toBe('/paved-road/provisioned/pp-1'));
    const chosen = {
      account: 'payments-dev',
      product: 'prod-bucket',
      version: 'pa-2',
      path: 'lpv3-storage',
      entityRef: PAYMENTS_API,
      parameters: [{ key: 'BucketName', value: 'receipts' }],
    };
    const tags = [{ key: 'cost-centre', value: '4711' }];
    expect(asked.launches).toEqual([
      {
        ...chosen,
        tags,
        changeId: expect.any(String),
        name: 'payments-api-encrypted-bucket',
      },
    ]);
    expect(asked.preflights).toContainEqual(chosen);
    expect(asked.plans).toContainEqual({ ...chosen, tags });
  });

  it('launches no deprecated version, and says so', async () => {
    serve();
    await openLaunch(`${FOR_PAYMENTS}&version=pa-1`);
    expect(
      await screen.findByRole('button', { name: 'Launch' }),
    ).toHaveAccessibleDescription(
      /v1 is deprecated and can’t be launched any more. Choose another version/,
    );
  });

  it('says what is missing, at the button and, once asked, at each field', async () => {
    const asked = serve({
      form: { tagOptions: [{ key: 'cost-centre', values: ['1', '2'] }] },
    });
    await openLaunch('');
    const field = await bucketName();
    const button = screen.getByRole('button', { name: 'Launch' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      /Choose the component that it is for/,
    );
    expect(field).toHaveAttribute('aria-invalid', 'false');
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(
      /^Give a value: there is no default/,
    );
    for (const [name, message] of [
      ['cost-centre', 'Choose a value'],
      ['Name in the account', 'Give a name'],
      ['Component', 'Choose the component that it is for'],
    ]) {
      expect(
        screen.getByRole(name === 'cost-centre' ? 'combobox' : 'textbox', {
          name,
        }),
      ).toHaveAccessibleDescription(message);
    }
    expect(asked.preflights).toEqual([]);
  });

  it('names the rule that stops the launch, why, and how to keep it', async () => {
    const asked = serve({ form: { groups: [] } });
    backend.on(preflightLaunch, () => stopped());
    await openLaunch();
    const rules = await screen.findByRole('group', {
      name: 'What the rules say',
    });
    await waitFor(() => expect(rules).toHaveTextContent('1 rule stops it'));
    expect(
      within(rules).getByRole('link', { name: 'Buckets are encrypted' }),
    ).toHaveAttribute('href', '/paved-road/rules/meridian/BUCKET_IS_ENCRYPTED');
    expect(rules).toHaveTextContent('Bucket: It has no encryption.');
    expect(rules).toHaveTextContent('Fix: Set BucketEncryption.');
    expect(rules).toHaveTextContent('2 rules passed.');
    const items = within(rules).getAllByRole('heading', { level: 5 });
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Buckets are encrypted',
      'Buckets keep versions',
    ]);
    await userEvent.click(
      within(rules).getByRole('button', {
        name: "1 part of the template can't be known before",
      }),
    );
    expect(rules).toHaveTextContent('comes from a parameter store');
    const button = screen.getByRole('button', { name: 'Launch' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      /Rules stop it: Buckets are encrypted\./,
    );
    expect(asked.launches).toEqual([]);
  });

  it('says what would be made, what is lost first', async () => {
    serve({ form: { groups: [] } });
    await openLaunch();
    const table = await screen.findByRole('table', { name: 'Resources' });
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'ResourceWhat happens',
      'TableAWS::DynamoDB::TableIs changed: PropertiesIs made anew: what it keeps is lost',
      'QueueIs changedMay be made anew: what it keeps may be lost',
      'BucketAWS::S3::BucketIs made',
    ]);
  });

  it('never shows as a pass what is not known', async () => {
    serve({ form: { groups: [] } });
    backend.on(preflightLaunch, () =>
      preflight({
        verdict: 'unknown',
        stops: true,
        passed: 0,
        problem: 'The template could not be read.',
      }),
    );
    backend.on(planLaunch, () => ({
      resourceChanges: [],
      problem: {
        code: 'not-allowed' as const,
        message: 'The role lacks a right.',
      },
    }));
    await openLaunch();
    expect(
      await screen.findByText('The template could not be read.'),
    ).toBeVisible();
    expect(screen.getByText('Unknown')).toBeVisible();
    expect(screen.queryByText('Passes')).toBeNull();
    expect(await screen.findByText('The role lacks a right.')).toBeVisible();
    expect(screen.queryByText(/No resource would be/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Launch' })).toBeDisabled();
  });

  it('marks an answer about other values as out of date, until the new one is there', async () => {
    serve();
    await openLaunch();
    await userEvent.type(await bucketName(), 'receipts');
    expect(await screen.findByText('Passes')).toBeVisible();
    const { opened, open } = gate();
    backend.on(preflightLaunch, async () => {
      await opened;
      return preflight();
    });
    await userEvent.type(await bucketName(), 'x');
    expect(screen.getByText(/^Out of date/)).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'What the rules say (out of date)' }),
    ).toBeVisible();
    const button = screen.getByRole('button', { name: 'Launch' });
    expect(button).toBeDisabled();
    expect(await screen.findByText('Asking the rules')).toBeInTheDocument();
    expect(screen.queryByText('Passes')).toBeNull();
    expect(button).toBeDisabled();
    open();
    expect(await screen.findByText('Passes')).toBeVisible();
    expect(screen.queryByText(/^Out of date/)).toBeNull();
    expect(button).toBeEnabled();
  });

  it('makes one launch of a double click', async () => {
    const asked = serve({ form: { groups: [] } });
    await openLaunch();
    const button = await launchButton();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(address()).toBe('/paved-road/provisioned/pp-1'));
    expect(asked.launches).toHaveLength(1);
  });

  it('asks for the same launch again after an answer that was lost', async () => {
    const asked = serve({ form: { groups: [] } });
    const lost: string[] = [];
    backend.server.use(
      rest.post(`${BASE_URL}/provisioned-products`, async (req, res) => {
        lost.push((await req.json()).changeId);
        return res.networkError('lost');
      }),
    );
    await openLaunch();
    await userEvent.click(await launchButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No answer came. Whether it was taken is not known. Press "Launch" again: it is not done twice.',
    );
    backend.on(launchProduct, ({ body }) => {
      asked.launches.push(body);
      return changeAnswer();
    });
    await userEvent.click(await launchButton());
    await waitFor(() => expect(asked.launches).toHaveLength(1));
    expect(lost).toEqual([asked.launches[0].changeId]);
  });

  it('shows that a name is taken, keeps what was typed, and asks for another launch then', async () => {
    const asked = serve();
    backend.on(launchProduct, ({ body }) => {
      asked.launches.push(body);
      return new Refusal(409, 'There is one of this name already.');
    });
    await openLaunch();
    await userEvent.type(await bucketName(), 'receipts');
    await userEvent.click(await launchButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing was done. There is one of this name already.',
    );
    expect(await bucketName()).toHaveValue('receipts');
    const name = screen.getByRole('textbox', { name: 'Name in the account' });
    await userEvent.clear(name);
    await userEvent.type(name, 'another');
    await userEvent.click(await launchButton());
    await waitFor(() => expect(asked.launches).toHaveLength(2));
    const [first, second] = asked.launches;
    expect(second.name).toBe('another');
    expect(second.changeId).not.toBe(first.changeId);
  });

  it.each([
    [400, 'The values changed.', 'Nothing was done. The values changed.'],
    [403, 'Not for you.', 'Nothing was done. Not for you.'],
    [404, 'It is gone.', 'Nothing was done. It is gone.'],
    [
      503,
      'AWS is silent.',
      'AWS is silent. Whether it was taken is not known.',
    ],
  ])(
    'says of a launch answered with %i what is the matter',
    async (status, message, words) => {
      serve({ form: { groups: [] } });
      backend.on(launchProduct, () => new Refusal(status, message));
      await openLaunch();
      await userEvent.click(await launchButton());
      expect(await screen.findByRole('alert')).toHaveTextContent(words);
    },
  );

  it('keeps a secret out of all but its field and the request', async () => {
    const asked = serve({
      form: {
        groups: [
          { parameters: [parameter({ key: 'Password', noEcho: true })] },
        ],
      },
    });
    await openLaunch();
    const field = await screen.findByLabelText(/^Password/);
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveAttribute('autocomplete', 'new-password');
    await userEvent.type(field, 'hunter2hunter2');
    expect(asked.preflights).toEqual([]);
    await userEvent.tab();
    const button = await launchButton();
    expect(asked.preflights.map(({ parameters }) => parameters)).toEqual([
      [{ key: 'Password', value: 'hunter2hunter2' }],
    ]);
    expect(address()).not.toContain('hunter2');
    const elsewhere = document.body.cloneNode(true) as HTMLElement;
    elsewhere.querySelector('input[type=password]')?.remove();
    expect(elsewhere.outerHTML).not.toContain('hunter2');
    expect(
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    ).not.toContain('hunter2');
    await userEvent.click(button);
    await waitFor(() => expect(asked.launches).toHaveLength(1));
  });

  it('asks nothing of a product with several launch paths before one is chosen', async () => {
    const asked = serve({
      product: {
        launchPaths: [
          { id: 'lp-a', name: 'Storage' },
          { id: 'lp-b', name: 'Payments' },
        ],
      },
      form: { groups: [] },
    });
    await openLaunch();
    const button = screen.getByRole('button', { name: 'Launch' });
    expect(button).toHaveAccessibleDescription(/Choose a launch path/);
    await userEvent.click(screen.getByRole('radio', { name: 'Payments' }));
    await userEvent.click(await launchButton());
    await waitFor(() =>
      expect(asked.launches.map(({ path }) => path)).toEqual(['lp-b']),
    );
    expect(asked.preflights.map(({ path }) => path)).toEqual(['lp-b']);
  });

  it('keeps what was typed when another version is chosen', async () => {
    serve();
    await openLaunch();
    await userEvent.type(await bucketName(), 'receipts');
    await userEvent.click(screen.getByRole('radio', { name: 'v1 Deprecated' }));
    await waitFor(() => expect(address()).toContain('version=pa-1'));
    expect(await bucketName()).toHaveValue('receipts');
  });

  it('says who may not launch for a component', async () => {
    serve({ form: { groups: [] } });
    backend.on(preflightLaunch, () => new Refusal(403, 'Only its owners may.'));
    await openLaunch();
    expect(
      await screen.findByRole('heading', { name: 'You may not do this' }),
    ).toBeVisible();
    const button = screen.getByRole('button', { name: 'Launch' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/Only its owners may/);
  });

  it('says that the product is gone, with the way back', async () => {
    serve();
    backend.on(getProduct, () => new Refusal(404, 'No such product.'));
    renderPortal(PAGE, { entity: owned });
    expect(await screen.findByText('No such product.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All products' })).toHaveAttribute(
      'href',
      '/paved-road/products',
    );
  });

  it('is led to from the product, with its version', async () => {
    serve({ form: { groups: [] } });
    renderPortal('/paved-road/products/payments-dev/prod-bucket?version=pa-2', {
      entity: owned,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Launch v2' }),
    );
    expect(
      await screen.findByRole('article', { name: 'Launch Encrypted bucket' }),
    ).toBeVisible();
    expect(address()).toBe(`${PAGE}?version=pa-2`);
  });
});
