import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProvisionedProduct,
  listServiceActions,
  OperationBody,
  OperationResponse,
  ProvisionedProductDetail,
  terminateProvisionedProduct,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../../__testUtils__/backend';
import { productChange, provisioned } from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const backend = setupBackend();

const PRODUCT = '/paved-road/provisioned/pp-receipts';

const taken = {
  provisionedProductId: 'pp-receipts',
  change: productChange({ kind: 'terminate', state: 'sending' }),
};

type Answer = OperationResponse<typeof terminateProvisionedProduct> | Refusal;

function serve(
  answer: () => Answer | Promise<Answer> = () => taken,
  product: ProvisionedProductDetail = provisioned(),
) {
  const sent: OperationBody<typeof terminateProvisionedProduct>[] = [];
  backend.on(getProvisionedProduct, () => product);
  backend.on(listServiceActions, () => ({ items: [] }));
  backend.on(terminateProvisionedProduct, ({ body }) => {
    sent.push(body);
    return answer();
  });
  return sent;
}

async function openForm() {
  renderPortal(`${PRODUCT}/end`);
  return screen.findByRole('textbox', { name: 'Its name, to confirm' });
}

const endButton = () => screen.getByRole('button', { name: 'End' });
const address = () => screen.getByLabelText('Address').textContent;

describe('EndPage', () => {
  it('says what is lost, asks for the exact name, and leads back to what it ended', async () => {
    const sent = serve();
    const field = await openForm();
    expect(
      screen.getByRole('heading', {
        name: 'The resources are deleted, with the data in them',
      }),
    ).toBeVisible();
    expect(screen.getByText('payments-receipts')).toBeVisible();
    expect(endButton()).toBeDisabled();
    await userEvent.type(field, 'Receipts');
    expect(endButton()).toBeDisabled();
    await userEvent.type(field, '{enter}');
    await userEvent.clear(field);
    await userEvent.type(field, 'receipts');
    await userEvent.click(endButton());
    await waitFor(() => expect(address()).toBe(PRODUCT));
    expect(sent).toEqual([
      {
        changeId: expect.any(String),
        confirmedName: 'receipts',
        retainResources: false,
      },
    ]);
  });

  it('leaves the resources where that is chosen, and says what that means', async () => {
    const sent = serve();
    const field = await openForm();
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Leave the resources in the account and only forget them',
      }),
    );
    expect(
      screen.getByRole('heading', { name: /^The resources stay/ }),
    ).toBeVisible();
    await userEvent.type(field, 'receipts{enter}');
    await waitFor(() => expect(address()).toBe(PRODUCT));
    expect(sent).toEqual([expect.objectContaining({ retainResources: true })]);
  });

  it('is sent once by a double click', async () => {
    const { opened, open } = gate();
    const sent = serve(async () => {
      await opened;
      return taken;
    });
    await userEvent.type(await openForm(), 'receipts');
    await userEvent.dblClick(endButton());
    open();
    await waitFor(() => expect(address()).toBe(PRODUCT));
    expect(sent).toHaveLength(1);
  });

  it('keeps what was typed after a failure, and asks for the same change again', async () => {
    let answer: Answer = new Refusal(503, 'Away');
    const sent = serve(() => answer);
    const field = await openForm();
    await userEvent.type(field, 'receipts');
    await userEvent.click(endButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Whether it was taken is not known. Press "End" again',
    );
    expect(field).toHaveValue('receipts');
    answer = taken;
    await userEvent.click(endButton());
    await waitFor(() => expect(address()).toBe(PRODUCT));
    expect(sent[1].changeId).toBe(sent[0].changeId);
  });

  it('is another change once the reader wants something else', async () => {
    const sent = serve(() => new Refusal(503, 'Away'));
    await userEvent.type(await openForm(), 'receipts');
    await userEvent.click(endButton());
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(endButton());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1].changeId).not.toBe(sent[0].changeId);
  });

  it.each([
    [
      'that was launched outside the portal',
      { origin: 'outside' as const },
      /Launched outside the portal/,
    ],
    [
      'that the reader may not end',
      { allowed: { update: true, terminate: false } },
      'You may not end it. The owners of payments-api can.',
    ],
    [
      'that is being changed',
      {
        openChange: {
          id: 'c',
          kind: 'update' as const,
          state: 'running' as const,
        },
      },
      'A change is under way. Wait for its end.',
    ],
    [
      'that has ended',
      { status: 'TERMINATED' as const },
      /It has ended: there is nothing left/,
    ],
  ])('does not end one %s', async (_, some, reason) => {
    serve(undefined, provisioned(some));
    renderPortal(`${PRODUCT}/end`);
    expect(await screen.findByText(reason)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Back without ending it' }),
    ).toHaveAttribute('href', PRODUCT);
  });

  it('says that it is loading, and who may see it', async () => {
    const { opened, open } = gate();
    backend.on(getProvisionedProduct, async () => {
      await opened;
      return new Refusal(403, 'Unauthorized');
    });
    renderPortal(`${PRODUCT}/end`);
    expect(
      await screen.findByText('Loading the provisioned product'),
    ).toBeInTheDocument();
    open();
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
