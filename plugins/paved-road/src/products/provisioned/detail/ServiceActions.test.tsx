import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getProvisionedProduct,
  listServiceActions,
  OperationResponse,
  runServiceAction,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gate, Refusal, setupBackend } from '../../../__testUtils__/backend';
import { productChange, provisioned } from '../../../__testUtils__/provisioned';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const backend = setupBackend();

const restart = productChange({
  id: 'change-2',
  kind: 'action',
  action: 'Restart',
  state: 'running',
});

const taken = { provisionedProductId: 'pp-receipts', change: restart };

type Answer = OperationResponse<typeof runServiceAction> | Refusal;

/** Serves a product with one action, and notes what is sent. */
function serve(answer: () => Answer | Promise<Answer>) {
  const sent: { action: string; changeId: string }[] = [];
  backend.on(getProvisionedProduct, () => provisioned());
  backend.on(listServiceActions, () => ({
    items: [
      { id: 'act-1', name: 'Restart', description: 'Stops it for a minute.' },
    ],
  }));
  backend.on(runServiceAction, ({ params, body }) => {
    sent.push({ action: params.action, changeId: body.changeId });
    return answer();
  });
  return sent;
}

async function openPage() {
  renderPortal('/paved-road/provisioned/pp-receipts');
  return screen.findByRole('region', { name: 'Actions' });
}

async function ask() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Run Restart' }),
  );
  return screen.findByRole('group', { name: 'Confirm Restart' });
}

const confirm = () => screen.getByRole('button', { name: 'Yes, run it' });

describe('the actions of a provisioned product', () => {
  it('say what they do, and run only once that is confirmed', async () => {
    const sent = serve(() => taken);
    const actions = await openPage();
    expect(
      await within(actions).findByText('Stops it for a minute.'),
    ).toBeVisible();
    expect(await ask()).toHaveTextContent(
      'Run Restart on receipts in Payments?',
    );
    expect(sent).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('group')).toBeNull();
    expect(sent).toEqual([]);

    await ask();
    backend.on(getProvisionedProduct, () =>
      provisioned({
        status: 'UNDER_CHANGE',
        openChange: { id: 'change-2', kind: 'action', state: 'running' },
        changes: [restart, productChange()],
      }),
    );
    await userEvent.click(confirm());
    expect(
      await screen.findByRole('heading', {
        name: 'Action Restart: AWS is at it',
      }),
    ).toBeVisible();
    expect(sent).toHaveLength(1);
    expect(sent[0].action).toBe('act-1');
    expect(screen.getByRole('button', { name: 'Run Restart' })).toBeDisabled();
  });

  it('are sent once by a double click', async () => {
    const { opened, open } = gate();
    const sent = serve(async () => {
      await opened;
      return taken;
    });
    await openPage();
    await ask();
    await userEvent.dblClick(confirm());
    open();
    await waitFor(() => expect(screen.queryByRole('group')).toBeNull());
    expect(sent).toHaveLength(1);
  });

  it('are the same change when they are sent again after a lost answer', async () => {
    let answer: Answer = new Refusal(503, 'The proxy gave up.');
    const sent = serve(() => answer);
    await openPage();
    await ask();
    await userEvent.click(confirm());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The proxy gave up. Whether it was taken is not known. Press "Yes, run it" again: it is not done twice.',
    );
    answer = taken;
    await userEvent.click(confirm());
    await waitFor(() => expect(screen.queryByRole('group')).toBeNull());
    expect(sent).toHaveLength(2);
    expect(sent[1].changeId).toBe(sent[0].changeId);
  });

  it('are another change after a refusal, and after one that was taken', async () => {
    let answer: Answer = new Refusal(409, 'A change is under way.');
    const sent = serve(() => answer);
    await openPage();
    await ask();
    await userEvent.click(confirm());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing was done. A change is under way.',
    );
    answer = taken;
    await userEvent.click(confirm());
    await waitFor(() => expect(screen.queryByRole('group')).toBeNull());
    await ask();
    await userEvent.click(confirm());
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(new Set(sent.map(({ changeId }) => changeId)).size).toBe(3);
  });

  it('can be run by nobody who may not change it', async () => {
    serve(() => taken);
    backend.on(getProvisionedProduct, () =>
      provisioned({ allowed: { update: false, terminate: false } }),
    );
    const actions = await openPage();
    expect(
      await within(actions).findByRole('button', { name: 'Run Restart' }),
    ).toBeDisabled();
    expect(actions).toHaveTextContent('You may not change it.');
  });

  it('say so where there is none, and where they could not be loaded', async () => {
    serve(() => taken);
    backend.on(listServiceActions, () => new Refusal(500, 'Out of order.'));
    const actions = await openPage();
    expect(await within(actions).findByRole('alert')).toHaveTextContent(
      'Could not load the actions',
    );
    backend.on(listServiceActions, () => ({ items: [] }));
    await userEvent.click(
      within(actions).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await within(actions).findByText('Its makers offer none.'),
    ).toBeVisible();
  });
});
