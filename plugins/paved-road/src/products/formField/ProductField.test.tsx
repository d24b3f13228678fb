import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SecretsContextProvider,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  getProduct,
  getProductForm,
  listProducts,
  listRules,
  ProductForm,
} from '@paved-road/backstage-plugin-paved-road-common';
import { createPavedRoadApi, pavedRoadApiRef } from '../../api';
import { BASE_URL, Refusal, setupBackend } from '../../__testUtils__/backend';
import {
  account,
  parameter,
  product,
  productForm,
  productSummary,
} from '../../__testUtils__/products';
import { rootRouteRef } from '../../routes';
import { ProductField } from './ProductField';
import {
  ProductFieldOptions,
  ProductFieldProps,
  ProductFieldValue,
} from './productFieldSchema';
import { validateProductField } from './validateProductField';

const backend = setupBackend();

const api = createPavedRoadApi({
  discoveryApi: { getBaseUrl: async () => BASE_URL },
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

function serve(form: Partial<ProductForm> = {}) {
  backend.on(listProducts, () => ({
    items: [
      productSummary(),
      productSummary({ id: 'prod-queue', name: 'Queue' }),
    ],
    totalItems: 2,
    accounts: [account()],
    facets: { owners: [], types: [] },
  }));
  backend.on(listRules, () => new Refusal(403, 'Unauthorized'));
  backend.on(getProduct, ({ params }) => product({ id: params.product }));
  backend.on(getProductForm, () => productForm(form));
}

/** The form of a template: what it would start the task with. */
function TemplateForm(props: { options?: ProductFieldOptions }) {
  const [value, setValue] = useState<ProductFieldValue>();
  const { secrets } = useTemplateSecrets();
  const fieldProps = {
    formData: value,
    schema: { title: 'What to launch' },
    uiSchema: { 'ui:options': props.options },
    onChange: setValue,
  };
  return (
    <>
      <ProductField {...(fieldProps as unknown as ProductFieldProps)} />
      <output aria-label="Parameters">{JSON.stringify(value ?? {})}</output>
      <output aria-label="Secrets">{JSON.stringify(secrets)}</output>
    </>
  );
}

async function openForm(options?: ProductFieldOptions) {
  await renderInTestApp(
    <TestApiProvider apis={[[pavedRoadApiRef, api]]}>
      <SecretsContextProvider>
        <TemplateForm options={options} />
      </SecretsContextProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/paved-road': rootRouteRef } },
  );
}

const told = (name: string) =>
  JSON.parse(screen.getByLabelText(name).textContent ?? '');

async function errorsOf(value: ProductFieldValue): Promise<string[]> {
  const field = createFieldValidation();
  await validateProductField(value, field, {
    apiHolder: { get: () => api as never },
    formData: {},
    schema: {},
  });
  return field.__errors ?? [];
}

const value: ProductFieldValue = {
  account: 'payments-dev',
  product: 'prod-bucket',
  version: 'pa-2',
  path: 'lpv3-storage',
  parameters: {},
  tags: {},
  secretKeys: [],
};

describe('ProductField', () => {
  it('lets the product, the version and the values be chosen', async () => {
    serve({ tagOptions: [{ key: 'team', values: ['payments'] }] });
    await openForm();
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Product' }),
    );
    await userEvent.click(
      await screen.findByText('Encrypted bucket in Payments, development'),
    );
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Version' }),
      'v1',
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'BucketName' }),
      'receipts',
    );
    await waitFor(() =>
      expect(told('Parameters')).toEqual({
        ...value,
        version: 'pa-1',
        parameters: { BucketName: 'receipts' },
        tags: { team: 'payments' },
      }),
    );
  });

  it('asks only for the values where the template fixes the rest', async () => {
    serve();
    await openForm({
      account: 'payments-dev',
      product: 'prod-bucket',
      version: 'pa-1',
    });
    const group = screen.getByRole('group', { name: 'What to launch' });
    expect(
      await within(group).findByRole('textbox', { name: 'BucketName' }),
    ).toBeVisible();
    expect(
      within(group).queryByRole('textbox', { name: 'Product' }),
    ).toBeNull();
    expect(within(group).queryByRole('combobox')).toBeNull();
    expect(group).toHaveTextContent(
      'Encrypted bucket. Launches in Payments, development',
    );
    await waitFor(() =>
      expect(told('Parameters')).toEqual({ ...value, version: 'pa-1' }),
    );
  });

  it('says that the version of the template is gone', async () => {
    serve();
    await openForm({
      account: 'payments-dev',
      product: 'prod-bucket',
      version: 'pa-gone',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The version pa-gone that this template asks for is not there any more.',
    );
    expect(told('Parameters')).toEqual({});
  });

  it('puts a secret among the secrets of the task, and nowhere else', async () => {
    serve({
      groups: [
        {
          parameters: [
            parameter({ key: 'Password', noEcho: true, minLength: 12 }),
          ],
        },
      ],
    });
    await openForm({ account: 'payments-dev', product: 'prod-bucket' });
    const field = await screen.findByLabelText(/^Password/);
    await userEvent.type(field, 'hunter2');
    await waitFor(() =>
      expect(told('Parameters').secretProblems).toEqual([
        'Password: Is too short: give at least 12 characters',
      ]),
    );
    await userEvent.type(field, 'hunter2');
    await waitFor(() =>
      expect(told('Parameters')).toEqual({
        ...value,
        secretKeys: ['Password'],
      }),
    );
    expect(told('Secrets')).toEqual({ product_Password: 'hunter2hunter2' });
  });

  it("forgets one product's secrets when another one is chosen", async () => {
    serve({
      groups: [{ parameters: [parameter({ key: 'Password', noEcho: true })] }],
    });
    await openForm({ account: 'payments-dev' });
    const products = await screen.findByRole('textbox', { name: 'Product' });
    await userEvent.click(products);
    await userEvent.click(await screen.findByText(/^Encrypted bucket in/));
    await userEvent.type(await screen.findByLabelText(/^Password/), 'hunter2');
    await waitFor(() =>
      expect(told('Parameters').secretKeys).toEqual(['Password']),
    );
    await userEvent.clear(products);
    await userEvent.type(products, 'Que');
    await userEvent.click(await screen.findByText(/^Queue in/));
    await waitFor(() =>
      expect(told('Parameters')).toEqual({ ...value, product: 'prod-queue' }),
    );
    expect(told('Secrets')).toEqual({ product_Password: '' });
    expect(await screen.findByLabelText(/^Password/)).toHaveValue('');
  });
});

describe('validateProductField', () => {
  it('refuses with the words of the backend', async () => {
    serve({
      groups: [
        {
          parameters: [
            parameter({ label: 'Name' }),
            parameter({ key: 'Days', type: 'Number', default: '1' }),
            parameter({ key: 'Password', noEcho: true }),
          ],
        },
      ],
      tagOptions: [{ key: 'team', values: ['a', 'b'] }],
    });
    expect(
      await errorsOf({
        ...value,
        parameters: { Days: 'x' },
        secretProblems: ['Password: Is too short'],
        secretKeys: ['Password'],
      }),
    ).toEqual([
      'Name: Give a value: there is no default',
      'Days: Give a number',
      'Password: Is too short',
      'team: Choose a value',
    ]);
    expect(
      await errorsOf({
        ...value,
        parameters: { BucketName: 'receipts' },
        secretKeys: ['Password'],
        tags: { team: 'a' },
      }),
    ).toEqual([]);
    expect(
      await errorsOf({ ...value, parameters: { BucketName: 'receipts' } }),
    ).toContain('Password: Give a value: there is no default');
  });
});
