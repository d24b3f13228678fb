import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProduct,
  getProductForm,
  getProvisionedProduct,
  listRules,
  listServiceActions,
  OperationBody,
  planUpdate,
  preflightUpdate,
  ProvisionedProductDetail,
  updateProvisionedProduct,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Refusal, setupBackend } from '../../__testUtils__/backend';
import { parameter, product, productForm } from '../../__testUtils__/products';
import { provisioned } from '../../__testUtils__/provisioned';
import { renderPortal } from '../../__testUtils__/renderPortal';
import {
  changeAnswer,
  plan,
  preflight,
  stopped,
} from './__testUtils__/outlook';

const backend = setupBackend();

const PAGE = '/paved-road/provisioned/pp-receipts/update';

/** A backend that updates, and keeps what it was asked for. */
function serve(some: Partial<ProvisionedProductDetail> = {}) {
  const asked = {
    updates: [] as OperationBody<typeof updateProvisionedProduct>[],
    preflights: [] as OperationBody<typeof preflightUpdate>[],
  };
  backend.on(listRules, () => new Refusal(403, 'Unauthorized'));
  backend.on(listServiceActions, () => ({ items: [] }));
  backend.on(getProvisionedProduct, () =>
    provisioned({
      parameters: [
        { key: 'BucketName', kept: 'value', value: 'receipts' },
        { key: 'Days', kept: 'value', value: '7' },
        { key: 'Password', kept: 'secret' },
      ],
      ...some,
    }),
  );
  backend.on(getProduct, () => product());
  backend.on(getProductForm, ({ params }) =>
    productForm({
      tagOptions: [{ key: 'cost-centre', values: ['1', '2'] }],
      groups: [
        {
          parameters: [
            parameter(),
            parameter({ key: 'Days', type: 'Number', default: '1' }),
            parameter({ key: 'Password', noEcho: true }),
            ...(params.version === 'pa-2' ? [parameter({ key: 'Logs' })] : []),
          ],
        },
      ],
    }),
  );
  backend.on(preflightUpdate, ({ body }) => {
    asked.preflights.push(body);
    return preflight();
  });
  backend.on(planUpdate, () => plan());
  backend.on(updateProvisionedProduct, ({ body }) => {
    asked.updates.push(body);
    return changeAnswer();
  });
  return asked;
}

async function openUpdate(search = '') {
  renderPortal(`${PAGE}${search}`);
  return screen.findByRole('article', { name: 'Update receipts' });
}

const address = () => screen.getByLabelText('Address').textContent;

async function updateButton() {
  const button = await screen.findByRole('button', { name: 'Update' });
  await waitFor(() => expect(button).toBeEnabled());
  return button;
}

describe('UpdatePage', () => {
  it('sends only what was touched, and leads back', async () => {
    const asked = serve();
    const page = await openUpdate();
    expect(page).toHaveTextContent('Updates in Payments, development');
    const days = await screen.findByRole('spinbutton', { name: 'Days' });
    expect(days).toHaveAccessibleDescription('Stays as it is: 7');
    expect(screen.queryByText('cost-centre')).toBeNull();
    await userEvent.clear(days);
    await userEvent.type(days, '14');
    await userEvent.click(await updateButton());
    await waitFor(() =>
      expect(address()).toBe('/paved-road/provisioned/pp-receipts'),
    );
    const chosen = {
      version: 'pa-1',
      path: 'lpv3-storage',
      parameters: [{ key: 'Days', value: '14' }],
    };
    expect(asked.preflights).toContainEqual(chosen);
    expect(asked.updates).toEqual([
      { ...chosen, changeId: expect.any(String) },
    ]);
  });

  it('says that there is nothing to update', async () => {
    const asked = serve();
    await openUpdate();
    await screen.findByRole('spinbutton', { name: 'Days' });
    const button = screen.getByRole('button', { name: 'Update' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/there is nothing to update/);
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(asked.preflights).toEqual([]);
  });

  it('takes the version of the address, and asks for what is new in it', async () => {
    const asked = serve();
    await openUpdate('?version=pa-2');
    const logs = await screen.findByRole('textbox', { name: 'Logs' });
    const button = screen.getByRole('button', { name: 'Update' });
    expect(button).toHaveAccessibleDescription(/Still to fill in .*: Logs\./);
    await userEvent.type(logs, 'audit');
    await userEvent.click(await updateButton());
    await waitFor(() =>
      expect(asked.updates).toEqual([
        {
          version: 'pa-2',
          path: 'lpv3-storage',
          parameters: [{ key: 'Logs', value: 'audit' }],
          changeId: expect.any(String),
        },
      ]),
    );
  });

  it('names the rule that stops the update', async () => {
    serve();
    backend.on(preflightUpdate, () => stopped());
    await openUpdate();
    const days = await screen.findByRole('spinbutton', { name: 'Days' });
    await userEvent.type(days, '1');
    const rules = await screen.findByRole('group', {
      name: 'What the rules say',
    });
    await waitFor(() =>
      expect(rules).toHaveTextContent('Bucket: It has no encryption.'),
    );
    const button = screen.getByRole('button', { name: 'Update' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      /Rules stop it: Buckets are encrypted/,
    );
  });

  it.each<[string, Partial<ProvisionedProductDetail>, string]>([
    ['launched outside', { origin: 'outside' }, 'Launched outside the portal'],
    [
      'under change',
      { openChange: { id: 'c', kind: 'update', state: 'running' } },
      'A change is under way',
    ],
    ['ended', { status: 'TERMINATED' }, 'It has ended'],
    [
      'not for the reader',
      { allowed: { update: false, terminate: false } },
      'You may not change it',
    ],
  ])('refuses politely what is %s', async (_, some, words) => {
    serve(some);
    renderPortal(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'It cannot be updated now' }),
    ).toBeVisible();
    expect(screen.getByText(new RegExp(`^${words}`))).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Update' })).toBeNull();
    expect(screen.getByRole('link', { name: 'receipts' })).toHaveAttribute(
      'href',
      '/paved-road/provisioned/pp-receipts',
    );
  });

  it('says who may not see it, and of an account that does not answer why', async () => {
    serve();
    backend.on(getProvisionedProduct, () => new Refusal(403, 'Unauthorized'));
    const { unmount } = renderPortal(PAGE);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    unmount();
    serve();
    backend.on(getProduct, () => new Refusal(503, 'Look at the role.'));
    await openUpdate();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Look at the role.',
    );
  });
});
